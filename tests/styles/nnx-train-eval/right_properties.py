import jax
import jax.numpy as jnp
from flax import nnx


# The switches are properties over one record of the mode; set_attributes sets them like any attribute.
class Jitter(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.stream = rngs.jitter.fork()
        self.size = nnx.BatchStat(jnp.array(1.0))
        self.mode = (True, True)

    @property
    def deterministic(self) -> bool:
        return not self.mode[0]

    @deterministic.setter
    def deterministic(self, value: bool) -> None:
        self.mode = (not value, self.mode[1])

    @property
    def use_running_average(self) -> bool:
        return not self.mode[1]

    @use_running_average.setter
    def use_running_average(self, value: bool) -> None:
        self.mode = (self.mode[0], not value)

    def __call__(self, x: jax.Array) -> jax.Array:
        noisy, moving = self.mode
        if moving:
            nnx.update(self, nnx.State({"size": 0.5 * self.size[...] + 0.5 * jnp.abs(x).mean()}))
        if noisy:
            x = x + self.size[...] * jax.random.normal(self.stream(), x.shape)
        return x


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
