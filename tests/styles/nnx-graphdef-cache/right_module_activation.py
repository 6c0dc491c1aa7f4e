"""The activation is a module of its own."""

import jax
import jax.numpy as jnp
from flax import nnx


class Bend(nnx.Module):
    def __init__(self, slope):
        self.slope = nnx.Variable(slope)

    def __call__(self, y):
        return jnp.where(y > 0, y, self.slope * y)


class Leaky(nnx.Module):
    def __init__(self, d_in: int, slope: jax.Array, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d_in, 3, rngs=rngs)
        self.act = Bend(slope)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.act(self.linear(x))


@nnx.jit
def score(model: Leaky, x: jax.Array) -> jax.Array:
    return jnp.mean(model(x) ** 2)


def graphdef_cache(seed: int, x: jax.Array, slopes: jax.Array) -> jax.Array:
    scores = []
    for number, slope in enumerate(slopes):
        model = Leaky(x.shape[1], slope, rngs=nnx.Rngs(seed + number))
        scores.append(score(model, x))
    return jnp.stack(scores)
