"""`start` was given to the constructor, which takes the raw value. So `sigma` does not read as `start` at first, but as
its softplus. Build it from any numbers, and write `start` through the brackets."""

# fact: has Positive(start)

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Positive(nnx.Param):
    """Holds any number, and reads as its softplus."""

    def get_value(self, **kwargs) -> jax.Array:
        return jax.nn.softplus(super().get_value(**kwargs))

    def set_value(self, value: jax.Array, **kwargs) -> None:
        super().set_value(jnp.log(jnp.expm1(value)), **kwargs)


class Noise(nnx.Module):
    """A standard deviation for each column."""

    def __init__(self, start: jax.Array):
        self.sigma = Positive(start)

    def __call__(self, x: jax.Array) -> jax.Array:
        return jnp.mean(jnp.log(self.sigma) + (x / self.sigma) ** 2 / 2)


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
    return {"losses": jnp.stack(losses), "sigma": model.sigma[...], "raw": model.sigma.get_raw_value()}
