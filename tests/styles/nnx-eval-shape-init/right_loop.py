"""By hand over the flat states."""

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
    sizes = []
    for width in widths:

        def build(width=width):
            model = Net(d, width, rngs=nnx.Rngs(0))
            return model, nnx.Optimizer(model, optax.adam(1e-3), wrt=nnx.Param)

        total = 0
        for part in nnx.eval_shape(build):
            for _, leaf in nnx.to_flat_state(nnx.state(part)):
                total += leaf.size * leaf.dtype.itemsize
        sizes.append(total / 1_000_000)
    order = sorted(zip(widths, sizes, strict=True), reverse=True)
    widest = next((width for width, size in order if size <= budget), 0)
    return {"megabytes": jnp.array(sizes), "widest": widest}
