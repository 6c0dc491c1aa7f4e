"""Training and evaluation are right. In the third mode the noise is missing, and `size` moves: it should be the other
way round. What is *random* asks `deterministic`, as Dropout does; what is *remembered* asks `use_running_average`."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Jitter(nnx.Module):
    """Noise as large as the inputs were; it draws it, and watches them, each by a setting of its own."""

    def __init__(self, *, rngs: nnx.Rngs):
        self.stream = rngs.jitter.fork()
        self.size = nnx.BatchStat(jnp.array(1.0))
        self.deterministic = False
        self.use_running_average = False

    def __call__(self, x: jax.Array) -> jax.Array:
        if not self.deterministic:
            self.size[...] = 0.5 * self.size + 0.5 * jnp.abs(x).mean()
        if self.use_running_average:
            return x
        return x + self.size * self.stream.normal(x.shape)


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
