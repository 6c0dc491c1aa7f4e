"""All models at once, stacked under one score."""

import functools

import jax
import jax.numpy as jnp
from flax import nnx


class Leaky(nnx.Module):
    def __init__(self, d_in: int, slope: jax.Array, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d_in, 3, rngs=rngs)
        self.slope = nnx.Variable(slope)

    def __call__(self, x: jax.Array) -> jax.Array:
        y = self.linear(x)
        return jnp.where(y > 0, y, self.slope[...] * y)


@functools.partial(jax.jit, static_argnums=1)
def score(states, graphdef, x):
    def one(state):
        return jnp.mean(nnx.merge(graphdef, state)(x) ** 2)

    return jax.vmap(one)(states)


def graphdef_cache(seed, x, slopes):
    split = [nnx.split(Leaky(x.shape[1], s, rngs=nnx.Rngs(seed + i))) for i, s in enumerate(slopes)]
    states = jax.tree.map(lambda *leaves: jnp.stack(leaves), *(state for _, state in split))
    return score(states, split[0][0], x)
