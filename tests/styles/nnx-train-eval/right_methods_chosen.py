import jax
import jax.numpy as jnp
from flax import nnx


# A subclass adds the switches; the old spelling of values; the noise is looked up in a table of functions.
class Plain(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.stream = rngs.jitter.fork()
        self.size = nnx.BatchStat(jnp.array(1.0))

    def watch(self, x: jax.Array) -> None:
        self.size.value = (self.size.value + jnp.abs(x).sum() / x.size) * 0.5

    def shake(self, x: jax.Array) -> jax.Array:
        return x + self.size.value * self.stream.normal(x.shape, x.dtype)

    def leave(self, x: jax.Array) -> jax.Array:
        return x


class Jitter(Plain):
    deterministic: bool = False
    use_running_average: bool = False

    def __call__(self, x: jax.Array) -> jax.Array:
        if self.use_running_average is False:
            self.watch(x)
        return {False: self.shake, True: self.leave}[self.deterministic](x)


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
