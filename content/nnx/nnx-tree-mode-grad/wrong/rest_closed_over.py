"""The rest of the model is used inside and is no argument. The forward pass writes to it, the running mean and the count of keys, and nothing could
carry that out. Make it the second argument of the function that is differentiated."""

# fact: has nnx.merge(_, params, rest)
# fact: has not nnx.value_and_grad(...)

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
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def mean_error(params):
        return jnp.mean((nnx.merge(graphdef, params, rest)(x) - y) ** 2)

    loss, grads = jax.value_and_grad(mean_error)(params)
    return {
        "loss": loss,
        "up": grads["up"]["kernel"][...],
        "down": grads["down"]["kernel"][...],
        "mean": model.norm.mean[...],
        "drawn": model.dropout.rngs.count[...],
    }
