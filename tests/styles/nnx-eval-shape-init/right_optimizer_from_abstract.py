"""First the abstract model, then nnx.eval_shape of the optimizer with the abstract model as argument."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, width: int, *, rngs: nnx.Rngs):
        half = jnp.bfloat16
        self.up = nnx.Linear(d, width, param_dtype=half, rngs=rngs)
        self.norm = nnx.BatchNorm(width, rngs=rngs)
        self.down = nnx.Linear(width, d, rngs=rngs)
        self.dropout = nnx.Dropout(0.1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        x = nnx.relu(self.norm(self.up(x)))
        return self.down(self.dropout(x))


def nbytes(node):
    total = 0
    for leaf in jax.tree_util.tree_leaves(nnx.split(node)[1]):
        total += leaf.size * leaf.dtype.itemsize
    return total


def megabytes(d, width):
    model = nnx.eval_shape(lambda: Net(d, width, rngs=nnx.Rngs(0)))
    optimizer = nnx.eval_shape(lambda m: nnx.Optimizer(m, optax.adam(1e-3), wrt=nnx.Param), model)
    return (nbytes(model) + nbytes(optimizer)) / 1e6


def eval_shape_init(d: int, widths: tuple[int, ...], budget: float) -> dict[str, Any]:
    table = {width: megabytes(d, width) for width in widths}
    good = [0] + [width for width in table if table[width] <= budget]
    return {"megabytes": jnp.array([table[w] for w in widths], jnp.float32), "widest": max(good)}
