"""Each number was counted with four bytes. A part of the model is bfloat16, and takes two; so do Adam's
means of it. Ask each leaf: `leaf.dtype.itemsize`."""

# fact: has _ * 4

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


def eval_shape_init(
    d: int,
    widths: tuple[int, ...],
    budget: float,
) -> dict[str, Any]:
    def megabytes(width: int) -> float:
        def build() -> tuple[Net, nnx.Optimizer[Net]]:
            model = Net(d, width, rngs=nnx.Rngs(0))
            optimizer = nnx.Optimizer(model, optax.adam(1e-3), wrt=nnx.Param)
            return model, optimizer

        leaves = jax.tree.leaves(nnx.eval_shape(build))
        return sum(leaf.size * 4 for leaf in leaves) / 1e6

    sizes = [megabytes(width) for width in widths]
    fitting = [width for width, size in zip(widths, sizes, strict=True) if size <= budget]
    return {"megabytes": jnp.array(sizes), "widest": max(fitting, default=0)}
