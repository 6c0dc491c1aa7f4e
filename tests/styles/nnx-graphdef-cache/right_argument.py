"""The slope is an argument of score."""

import jax
import jax.numpy as jnp
from flax import nnx


class Leaky(nnx.Module):
    def __init__(self, d_in: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d_in, 3, rngs=rngs)

    def __call__(self, x, slope):
        y = self.linear(x)
        return jnp.where(y > 0, y, slope * y)


@nnx.jit
def score(model, x, slope) -> jax.Array:
    return jnp.mean(model(x, slope) ** 2)


def graphdef_cache(seed: int, x: jax.Array, slopes: jax.Array) -> jax.Array:
    scores = []
    for number, slope in enumerate(slopes):
        model = Leaky(x.shape[1], rngs=nnx.Rngs(seed + number))
        scores.append(score(model, x, slope))
    return jnp.stack(scores)
