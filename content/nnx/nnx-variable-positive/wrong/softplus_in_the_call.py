"""The numbers are right, but the softplus is applied by the code around `sigma`, which itself is an ordinary Param.
All code that reads it has to remember that. Let the Param do it, in `get_value` and `set_value`."""

# fact: has not def get_value

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Noise(nnx.Module):
    """A standard deviation for each column."""

    def __init__(self, start: jax.Array):
        self.sigma = nnx.Param(jnp.log(jnp.expm1(start)))

    def __call__(self, x: jax.Array) -> jax.Array:
        sigma = jax.nn.softplus(self.sigma[...])
        return jnp.mean(jnp.log(sigma) + (x / sigma) ** 2 / 2)


@nnx.jit
def step(model: Noise, optimizer: nnx.Optimizer, x: jax.Array) -> jax.Array:
    loss, grads = nnx.value_and_grad(lambda model: model(x))(model)
    optimizer.update(model, grads)
    return loss


def variable_positive(x: jax.Array, start: jax.Array, lr: float, steps: int) -> dict[str, jax.Array]:
    """The losses before each step, and what `sigma` reads as, and holds, at the end."""
    model = Noise(start)
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    losses = [step(model, optimizer, x) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "sigma": jax.nn.softplus(model.sigma[...]), "raw": model.sigma[...]}
