"""The best one is a State."""

import jax
from flax import nnx


def vmap_ensemble(seed, x, y, n):
    keys = jax.random.split(jax.random.key(seed), n)
    ensemble = jax.vmap(lambda k: nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(k)))(keys)
    losses = jax.vmap(lambda m: ((m(x) - y) ** 2).mean())(ensemble)
    return ensemble, losses, jax.tree.map(lambda a: a[losses.argmin()], nnx.state(ensemble))
