# Mistake: the inverse is log alone, that of exp: what is written does not read the same.
import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Positive(nnx.Param):
    def get_value(self, **kwargs):
        return jax.nn.softplus(super().get_value(**kwargs))

    def set_value(self, value, **kwargs):
        super().set_value(jnp.log(value), **kwargs)


class Noise(nnx.Module):
    def __init__(self, start: jax.Array):
        self.sigma = Positive(jnp.zeros_like(start))
        self.sigma[...] = start

    def __call__(self, x: jax.Array) -> jax.Array:
        log = jnp.log(self.sigma)
        return jnp.mean(log + (x / self.sigma) ** 2 / 2)


def variable_positive(x, start, lr, steps):
    noise = Noise(start)
    optimizer = nnx.Optimizer(noise, optax.sgd(lr), wrt=nnx.Param)
    losses = []
    for _ in range(steps):
        loss, grads = nnx.value_and_grad(lambda noise: noise(x))(noise)
        optimizer.update(noise, grads)
        losses.append(loss)
    return {
        "losses": jnp.stack(losses),
        "sigma": noise.sigma[...],
        "raw": noise.sigma.get_raw_value(),
    }
