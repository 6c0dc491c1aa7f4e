"""The second GRU begins in the padding of the shorter sequences and carries what it read there to the front. It has
to begin at the true end of each: `seq_lengths` together with `reverse=True` does that."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def cell(before: int, features: int, *, rngs: nnx.Rngs) -> nnx.GRUCell:
    """A GRU whose biases are not zero, as after training."""
    some = nnx.initializers.normal(1.0)
    return nnx.GRUCell(before, features, bias_init=some, rngs=rngs)


class Tagger(nnx.Module):
    """A GRU forwards and one backwards; at each place both outputs side by side."""

    def __init__(self, before: int, features: int, *, rngs: nnx.Rngs):
        self.forward = nnx.RNN(cell(before, features, rngs=rngs))
        self.backward = nnx.RNN(cell(before, features, rngs=rngs), reverse=True, keep_order=True)

    def __call__(self, x: jax.Array, lengths: jax.Array) -> jax.Array:
        ahead = self.forward(x)
        back = self.backward(x)
        counts = jnp.arange(x.shape[1]) < lengths[:, None]
        return jnp.concatenate([ahead, back], axis=-1) * counts[:, :, None]


def bidirectional(seed: int, x: jax.Array, lengths: jax.Array, features: int) -> jax.Array:
    return Tagger(x.shape[-1], features, rngs=nnx.Rngs(seed))(x, lengths)
