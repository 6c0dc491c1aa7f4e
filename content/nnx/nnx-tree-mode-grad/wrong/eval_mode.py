"""The model was switched to evaluation. That is another function: nothing is dropped, and the BatchNorm uses its running statistics and does
not move them. The model is to be differentiated as it is in training."""

# fact: has model.eval()

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.up = nnx.Linear(d, 8, rngs=rngs)
        self.norm = nnx.BatchNorm(8, momentum=0.5, rngs=rngs)
        self.dropout = nnx.Dropout(0.25, rngs=rngs)
        self.down = nnx.Linear(8, out, rngs=rngs)

    def __call__(self, x):
        return self.down(self.dropout(nnx.relu(self.norm(self.up(x)))))


def tree_mode_grad(seed: int, x: jax.Array, y: jax.Array) -> dict[str, jax.Array]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    model.eval()
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def mean_error(params, rest):
        return jnp.mean((nnx.merge(graphdef, params, rest)(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(mean_error)(params, rest)
    return {
        "loss": loss,
        "up": grads["up"]["kernel"][...],
        "down": grads["down"]["kernel"][...],
        "mean": model.norm.mean[...],
        "drawn": model.dropout.rngs.count[...],
    }
