"""There is no noise in any mode."""

import jax
import jax.numpy as jnp
from flax import nnx


class Jitter(nnx.Module):
    """Adds noise, unless it is deterministic."""

    def __init__(self, *, rngs: nnx.Rngs):
        self.stream = rngs.jitter.fork()
        self.deterministic = False

    def __call__(self, x: jax.Array) -> jax.Array:
        return x


class Net(nnx.Module):
    """Noise, BatchNorm and dropout."""

    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.jitter = Jitter(rngs=rngs)
        self.norm = nnx.BatchNorm(d, momentum=0.5, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(self.norm(self.jitter(x)))


def train_eval(seed: int, x: jax.Array) -> jax.Array:
    """Two outputs at evaluation, and one in training."""
    model = Net(x.shape[1], rngs=nnx.Rngs(seed))
    model(x)
    model.eval()
    first, second = model(x), model(x)
    model.train()
    return jnp.stack([first, second, model(x)])
