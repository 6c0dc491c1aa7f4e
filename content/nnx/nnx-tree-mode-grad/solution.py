"""The gradient is taken of the Params alone; the rest is an argument, and is written back."""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.up = nnx.Linear(d, 8, rngs=rngs)
        self.norm = nnx.BatchNorm(8, momentum=0.5, rngs=rngs)
        self.dropout = nnx.Dropout(0.25, rngs=rngs)
        self.down = nnx.Linear(8, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        h = nnx.relu(self.norm(self.up(x)))
        return self.down(self.dropout(h))


def tree_mode_grad(seed: int, x: jax.Array, y: jax.Array) -> dict[str, jax.Array]:
    """The loss, the gradients of the kernels, and what the model remembers of the call."""
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def mean_error(params: nnx.State, rest: nnx.State) -> jax.Array:
        return jnp.mean((nnx.merge(graphdef, params, rest)(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(mean_error)(params, rest)
    return {
        "loss": loss,
        "up": grads["up"]["kernel"][...],
        "down": grads["down"]["kernel"][...],
        "mean": model.norm.mean[...],
        "drawn": model.dropout.rngs.count[...],
    }
