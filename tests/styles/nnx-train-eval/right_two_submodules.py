import jax
import jax.numpy as jnp
from flax import nnx


# One small module for the mean, one for the noise, each with the one switch that it reads.
class RunningSize(nnx.Module):
    def __init__(self, use_running_average: bool = False):
        self.mean = nnx.BatchStat(jnp.array(1.0))
        self.use_running_average = use_running_average

    def __call__(self, x: jax.Array) -> jax.Array:
        if not self.use_running_average:
            self.mean.set_value((self.mean.get_value() + jnp.mean(jnp.abs(x))) / 2)
        return self.mean.get_value()


class Noise(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs, deterministic: bool = False):
        self.stream = rngs.jitter.fork()
        self.deterministic = deterministic

    def __call__(self, x: jax.Array, size: jax.Array) -> jax.Array:
        return x if self.deterministic else x + size * self.stream.normal(x.shape)


class Jitter(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.size = RunningSize()
        self.noise = Noise(rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.noise(x, self.size(x))


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.jitter = Jitter(rngs=rngs)
        self.norm = nnx.BatchNorm(d, momentum=0.5, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(self.norm(self.jitter(x)))


def train_eval(seed: int, x: jax.Array) -> jax.Array:
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    model(x)
    model.eval()
    outputs = [model(x), model(x)]
    model.set_attributes(deterministic=False)
    outputs += [model(x), model(x)]
    model.train()
    return jnp.stack([*outputs, model(x)])
