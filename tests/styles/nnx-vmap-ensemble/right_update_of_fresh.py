"""The best one is a fresh layer into which the numbers are written."""

import jax
import jax.numpy as jnp
from flax import nnx


@nnx.vmap(in_axes=(0, None))
def answers_of(member, x):
    return member(x)


def vmap_ensemble(seed, x, y, n):
    @nnx.vmap
    def make(key):
        return nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(key))

    ensemble = make(jax.random.split(jax.random.key(seed), n))
    losses = ((answers_of(ensemble, x) - y) ** 2).mean((1, 2))
    i = jnp.argmin(losses)
    best = nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(0))
    best.kernel[...] = ensemble.kernel[i]
    best.bias[...] = ensemble.bias[i]
    return ensemble, losses, best
