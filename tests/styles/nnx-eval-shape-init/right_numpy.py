"""With NumPy, and an argument in place of a closure."""

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
    import numpy as np

    def build(rngs, width):
        net = Net(d, width, rngs=rngs)
        return net, nnx.Optimizer(net, optax.adam(1e-3), wrt=nnx.Param)

    sizes, widest = [], 0
    for width in widths:
        shapes = nnx.eval_shape(lambda rngs, width=width: build(rngs, width), nnx.Rngs(0))
        count = 0
        for leaf in jax.tree.leaves(shapes):
            count += int(np.prod(leaf.shape)) * leaf.dtype.itemsize
        sizes.append(count / 10**6)
        if sizes[-1] <= budget:
            widest = max(widest, width)
    return {"megabytes": jnp.asarray(sizes, jnp.float32), "widest": widest}
