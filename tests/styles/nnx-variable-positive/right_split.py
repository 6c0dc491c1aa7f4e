"""jax.grad of a function of the Params."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Positive(nnx.Param):
    def get_value(self, **index):
        return jax.nn.softplus(super().get_value(**index))

    def set_value(self, value, **index):
        return super().set_value(jnp.log(jnp.exp(value) - 1.0), **index)


class Noise(nnx.Module):
    def __init__(self, start):
        self.sigma = Positive(jnp.ones_like(start))
        self.sigma.set_value(start)


def variable_positive(x, start, lr, steps):
    model = Noise(start)
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=Positive)
    losses = []
    for _ in range(steps):
        graphdef, params = nnx.split(model)

        def mean(params, graphdef=graphdef):
            sigma = nnx.merge(graphdef, params).sigma[...]
            return (jnp.log(sigma) + x**2 / sigma**2 / 2).mean()

        loss, grads = jax.value_and_grad(mean)(params)
        optimizer.update(model, grads)
        losses.append(loss)
    return {"losses": jnp.array(losses), "sigma": model.sigma.get_value(), "raw": model.sigma.get_raw_value()}
