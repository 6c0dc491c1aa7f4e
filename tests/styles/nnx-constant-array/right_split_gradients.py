"""The gradient is taken of a function of the Params."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Standardised(nnx.Module):
    """A linear layer on columns of mean 0 and deviation 1."""

    def __init__(self, data: jax.Array, features: int, *, rngs: nnx.Rngs):
        self.mean = nnx.Variable(data.mean(axis=0))
        self.std = nnx.Variable(data.std(axis=0))
        self.linear = nnx.Linear(data.shape[1], features, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.linear((x - self.mean) / self.std)


@nnx.jit
def step(model: Standardised, optimizer: nnx.Optimizer, x: jax.Array, y: jax.Array) -> jax.Array:
    def mean_error(model: Standardised) -> jax.Array:
        return jnp.mean((model(x) - y) ** 2)

    graphdef, params, rest = nnx.split(model, nnx.Param, ...)
    loss, grads = jax.value_and_grad(lambda params: mean_error(nnx.merge(graphdef, params, rest)))(params)
    optimizer.update(model, grads)
    return loss


def constant_array(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, jax.Array]:
    """The losses before each step, and what the model holds of its data at the end."""
    model = Standardised(x, y.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=nnx.Param)
    losses = [step(model, optimizer, x, y) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "mean": model.mean[...], "std": model.std[...]}
