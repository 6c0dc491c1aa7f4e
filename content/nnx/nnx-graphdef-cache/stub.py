"""Many models, one compile

`graphdef_cache(seed, x, slopes)` builds a model for each slope,
number i with the seed seed + i, and scores each with the
compiled function `score`.

The symptom: `score` is traced anew for every model, though they
differ only in numbers. Mend the program so that ONE trace serves
all of them.

    seed     int
    x        float32 array of shape (rows, in)
    slopes   float32 array of shape (n,), n 2 or more: how steep
             each activation is below zero
    returns  float32 array of shape (n,): the score of each model

The values are compared with the reference's. Besides, it is
checked that a function named `score` is compiled by nnx.jit or
jax.jit, and traced once in a call of graphdef_cache.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Leaky(nnx.Module):
    def __init__(
        self,
        d_in: int,
        slope: jax.Array,
        *,
        rngs: nnx.Rngs,
    ):
        self.linear = nnx.Linear(d_in, 3, rngs=rngs)
        self.act = lambda y: jnp.where(y > 0, y, slope * y)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.act(self.linear(x))


@nnx.jit
def score(model: Leaky, x: jax.Array) -> jax.Array:
    return jnp.mean(model(x) ** 2)


def graphdef_cache(
    seed: int,
    x: jax.Array,
    slopes: jax.Array,
) -> jax.Array:
    scores = []
    for number, slope in enumerate(slopes):
        rngs = nnx.Rngs(seed + number)
        model = Leaky(x.shape[1], slope, rngs=rngs)
        scores.append(score(model, x))
    return jnp.stack(scores)
