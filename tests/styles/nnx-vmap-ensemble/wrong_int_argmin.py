"""int() of a traced index: fails under jax.jit."""

import jax
import jax.numpy as jnp
from flax import nnx


def vmap_ensemble(seed, x, y, n):
    keys = jax.random.split(jax.random.key(seed), n)
    ensemble = nnx.vmap(lambda key: nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(key)))(keys)
    losses = nnx.vmap(lambda m, x, y: ((m(x) - y) ** 2).mean(), in_axes=(0, None, None))(ensemble, x, y)
    i = int(jnp.argmin(losses))
    graphdef, state = nnx.split(ensemble)
    best = nnx.merge(graphdef, jax.tree.map(lambda a: a[i], state))
    return ensemble, losses, best
