"""The activation is a function with a name, but it is still made in the constructor, so each model has one of its
own, and a function is equal to itself alone. Keep the slope in the model as an array, and compute with it in
`__call__`."""

# fact: has self.act = leaky

import jax
import jax.numpy as jnp
from flax import nnx


class Leaky(nnx.Module):
    def __init__(self, d_in: int, slope: jax.Array, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d_in, 3, rngs=rngs)

        def leaky(y: jax.Array) -> jax.Array:
            return jnp.where(y > 0, y, slope * y)

        self.act = leaky

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
