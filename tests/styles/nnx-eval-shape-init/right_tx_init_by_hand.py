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


# The module itself is the tree; the optimizer's size from tx.init, and its step counted by hand.
def eval_shape_init(d: int, widths: tuple[int, ...], budget: float) -> dict[str, Any]:
    def count(tree):
        return sum(a.size * a.dtype.itemsize for a in jax.tree.leaves(tree))

    step = jnp.dtype(jnp.uint32).itemsize

    def megabytes(width):
        model = nnx.eval_shape(lambda: Net(d, width, rngs=nnx.Rngs(0)))
        params = nnx.state(model, nnx.Param)
        adam = jax.eval_shape(optax.adam(1e-3).init, params)
        return (count(model) + count(adam) + step) / 1e6

    sizes = [megabytes(width) for width in widths]
    best = 0
    for width, size in sorted(zip(widths, sizes, strict=True)):
        if size <= budget:
            best = width
    return {"megabytes": jnp.array(sizes, dtype=jnp.float32), "widest": best}
