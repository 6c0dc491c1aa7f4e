"""One float32 and the rest follows

`mixed_forward(seed, x, y, width, depth)` runs a network of
residual blocks and measures its loss. Each layer computes
in bfloat16. The symptom: what goes from block to block is
float32, and takes twice the memory that it should.

Mend it. From the first layer to the last, the network
computes in bfloat16. Every Param stays float32 where it is
kept, and the loss is computed in float32.

    seed     int
    x        float32 array of shape (n, in)
    y        float32 array of shape (n, out)
    width    int, the width of the blocks
    depth    int, 1 or more: the number of blocks
    returns  a dict: "activations", bfloat16 of shape
             (depth, n, width), what each block returned;
             "loss", a float32 scalar

The values are compared with the reference's. Besides, it is
checked that the attribute `gain` of a block is a float32
nnx.Param, and that no array of shape (n, width) that is
computed on the way is float32.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
import numpy as np
from flax import nnx


class Block(nnx.Module):
    def __init__(self, width: int, *, rngs: nnx.Rngs):
        self.layer = nnx.Linear(
            width,
            width,
            dtype=jnp.bfloat16,
            rngs=rngs,
        )
        key = rngs.params()
        gain = 1.0 + jax.random.uniform(key, (width,))
        self.gain = nnx.Param(gain)

    def __call__(self, x: jax.Array) -> jax.Array:
        # Both paths added, with the scale kept.
        branch = nnx.tanh(self.layer(x))
        return (x + self.gain * branch) / np.sqrt(2)


class Net(nnx.Module):
    def __init__(
        self,
        d_in: int,
        width: int,
        depth: int,
        d_out: int,
        *,
        rngs: nnx.Rngs,
    ):
        half = jnp.bfloat16
        self.embed = nnx.Linear(d_in, width, dtype=half, rngs=rngs)
        blocks = [Block(width, rngs=rngs) for _ in range(depth)]
        self.blocks = nnx.List(blocks)
        self.head = nnx.Linear(width, d_out, dtype=half, rngs=rngs)

    def __call__(self, x: jax.Array) -> tuple[jax.Array, jax.Array]:
        x = self.embed(x)
        found = []
        for block in self.blocks:
            x = block(x)
            found.append(x)
        return self.head(x), jnp.stack(found)


def mixed_forward(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    width: int,
    depth: int,
) -> dict[str, jax.Array]:
    d_in, d_out = x.shape[1], y.shape[1]
    net = Net(d_in, width, depth, d_out, rngs=nnx.Rngs(seed))
    answer, activations = net(x)
    error = answer.astype(jnp.float32) - y
    return {
        "activations": activations,
        "loss": jnp.mean(error**2),
    }
