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


# jax.eval_shape of a function that returns pure states; the optimizer on an abstract model in a second step.
def size(tree) -> int:
    return sum(leaf.size * leaf.dtype.itemsize for leaf in jax.tree.leaves(tree))


def eval_shape_init(d: int, widths: tuple[int, ...], budget: float) -> dict[str, Any]:
    def states(width):
        model = Net(d, width, rngs=nnx.Rngs(0))
        optimizer = nnx.Optimizer(model, optax.adam(1e-3), wrt=nnx.Param)
        return nnx.state(model), nnx.state(optimizer)

    taken, widest = [], 0
    for width in widths:
        megabytes = size(jax.eval_shape(lambda w=width: states(w))) / 10**6
        taken.append(megabytes)
        if megabytes <= budget and width > widest:
            widest = width
    return dict(megabytes=jnp.asarray(taken, dtype=jnp.float32), widest=widest)
