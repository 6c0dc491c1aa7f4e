"""Capture in place of sow and pop

The tower below sends its input through its blocks in two sweeps, and
each block sows its activations under the name "act". Nobody collects
them. Extend `tree_capture(seed, x, depth)`: it also returns how often
each unit of each block was active. This file is run in tree mode.

active[i, j] is the share of activations of unit j in block i that are
greater than zero, over all rows and both sweeps.

    seed     int
    x        float32 array of shape (rows, d)
    depth    int, 1 or more: how many blocks
    returns  a dict: "y", the output of the tower, float32
             (rows, d), and "active", float32 (depth, d)

Block and Tower stay as they are, and forward stays a function of that
name that nnx.jit compiles.

The values are compared with the reference's. Besides, it is checked
that forward is compiled, once, and that no nnx.Intermediate is left
in a module.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        act = nnx.relu(self.linear(x))
        self.sow(nnx.Intermediate, "act", act)
        return x + act


class Tower(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        blocks = [Block(d, rngs=rngs) for _ in range(depth)]
        self.blocks = nnx.List(blocks)

    def __call__(self, x: jax.Array) -> jax.Array:
        for _ in range(2):
            for block in self.blocks:
                x = block(x) - x.mean()
        return x


@nnx.jit
def forward(model: Tower, x: jax.Array) -> jax.Array:
    return model(x)


def tree_capture(
    seed: int,
    x: jax.Array,
    depth: int,
) -> dict[str, jax.Array]:
    model = Tower(x.shape[1], depth, rngs=nnx.Rngs(seed))
    y = forward(model, x)
    return {
        "y": y,
        "active": jnp.zeros((depth, x.shape[1])),
    }
