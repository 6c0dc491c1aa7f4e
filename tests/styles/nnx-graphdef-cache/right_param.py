"""The slope is a Param, and the activation nnx.leaky_relu."""

import jax
import jax.numpy as jnp
from flax import nnx


class Leaky(nnx.Module):
    def __init__(self, d_in: int, slope: jax.Array, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d_in, 3, rngs=rngs)
        self.slope = nnx.Param(slope)

    def __call__(self, x: jax.Array) -> jax.Array:
        y = self.linear(x)
        return nnx.leaky_relu(y, self.slope[...])


@nnx.jit
def score(model: Leaky, x: jax.Array) -> jax.Array:
    return jnp.mean(model(x) ** 2)


def graphdef_cache(seed: int, x: jax.Array, slopes: jax.Array) -> jax.Array:
    scores = []
    for number, slope in enumerate(slopes):
        model = Leaky(x.shape[1], slope, rngs=nnx.Rngs(seed + number))
        scores.append(score(model, x))
    return jnp.stack(scores)
