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


# 2**20 in place of 10**6.
def eval_shape_init(d: int, widths: tuple[int, ...], budget: float) -> dict[str, Any]:
    def build(width):
        model = Net(d, width, rngs=nnx.Rngs(0))
        return model, nnx.Optimizer(model, optax.adam(1e-3), wrt=nnx.Param)

    sizes = []
    for width in widths:
        leaves = jax.tree.leaves(nnx.eval_shape(lambda width=width: build(width)))
        sizes.append(sum(leaf.size * leaf.dtype.itemsize for leaf in leaves) / 2**20)
    fits = [width for width, size in zip(widths, sizes, strict=True) if size <= budget]
    return {"megabytes": jnp.array(sizes, jnp.float32), "widest": max(fits, default=0)}
