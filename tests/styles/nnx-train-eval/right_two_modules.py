"""One module remembers, one draws; the layer is made of both."""

import jax
import jax.numpy as jnp
from flax import nnx


class Watch(nnx.Module):
    use_running_average = False

    def __init__(self):
        self.size = nnx.BatchStat(jnp.array(1.0))

    def __call__(self, x):
        if not self.use_running_average:
            self.size.value = 0.5 * (self.size.value + jnp.mean(jnp.abs(x)))
        return self.size.value


class Noise(nnx.Module):
    def __init__(self, rngs):
        self.stream = rngs.jitter.fork()
        self.deterministic = False

    def __call__(self, x, size):
        return x if self.deterministic else x + size * jax.random.normal(self.stream(), x.shape)


class Jitter(nnx.Module):
    def __init__(self, *, rngs):
        self.watch = Watch()
        self.noise = Noise(rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.noise(x, self.watch(x))


class Net(nnx.Module):
    """Noise, BatchNorm and dropout."""

    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.jitter = Jitter(rngs=rngs)
        self.norm = nnx.BatchNorm(d, momentum=0.5, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(self.norm(self.jitter(x)))


def train_eval(seed: int, x: jax.Array) -> jax.Array:
    """Two outputs at evaluation, two with noise and averages, and one in training."""
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    model(x)
    model.eval()
    outputs = [model(x), model(x)]
    model.set_attributes(deterministic=False)
    outputs += [model(x), model(x)]
    model.train()
    return jnp.stack([*outputs, model(x)])
