"""Which numbers share a mean

groupnorm(seed, x, groups) normalises a batch of sequences,
in groups of channels. The model around it predicts the next
step of each sequence, and it does so suspiciously well. What
this program gives for a step changes when a LATER step of
the same sequence is changed. Find out why, and mend it: each
step of each sequence is normalised alone, with the channels
of a group sharing mean and variance.

The layer stays an nnx.GroupNorm with scale and bias, its
default epsilon and `groups` groups. One layer serves all
steps, whatever their number.

    seed     int
    x        float32 array of shape (n, steps, channels)
    groups   int that divides channels: how many groups
    returns  float32 array of the shape of x

The values are compared with the reference's. Besides, it is
checked that exactly one nnx.GroupNorm is built, and that the
output depends on its scale and its bias.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
from flax import nnx


class StepNorm(nnx.Module):
    def __init__(
        self,
        channels: int,
        groups: int,
        *,
        rngs: nnx.Rngs,
    ):
        self.norm = nnx.GroupNorm(
            channels,
            num_groups=groups,
            rngs=rngs,
        )

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.norm(x)


def groupnorm(
    seed: int,
    x: jax.Array,
    groups: int,
) -> jax.Array:
    model = StepNorm(
        x.shape[-1],
        groups,
        rngs=nnx.Rngs(seed),
    )
    return model(x)
