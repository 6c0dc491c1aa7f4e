# Style: written with the method set_value, the loss is a function outside, the loop is a function of its own.
import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Positive(nnx.Param):
    def get_value(self, *args, **kwargs):
        return jax.nn.softplus(super().get_value(*args, **kwargs))

    def set_value(self, value, *args, **kwargs):
        value = jnp.asarray(value)
        raw = jnp.where(value > 20.0, value, jnp.log(jnp.expm1(jnp.minimum(value, 20.0))))
        super().set_value(raw, *args, **kwargs)


class Noise(nnx.Module):
    def __init__(self, start):
        self.sigma = Positive(jnp.ones(start.shape, start.dtype))
        self.sigma.set_value(start)


def loss_of(noise, x):
    sigma = noise.sigma.get_value()
    return (jnp.log(sigma) + 0.5 * jnp.square(x / sigma)).mean()


def train(noise, x, rule, steps):
    optimizer = nnx.Optimizer(noise, rule, wrt=Positive)
    grad = nnx.value_and_grad(loss_of, argnums=nnx.DiffState(0, Positive))
    for _ in range(steps):
        loss, grads = grad(noise, x)
        optimizer.update(noise, grads)
        yield loss


def variable_positive(x, start, lr, steps):
    noise = Noise(start)
    losses = list(train(noise, x, optax.sgd(lr), steps))
    return {
        "losses": jnp.array(losses),
        "sigma": jax.nn.softplus(noise.sigma.get_raw_value()),
        "raw": noise.sigma.get_raw_value(),
    }
