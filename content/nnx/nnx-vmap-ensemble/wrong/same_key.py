"""All members began with the same weights: their losses are equal. Each needs a key of its own. Map the function that
builds a member over all keys, in place of giving one key to each."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def vmap_ensemble(seed: int, x: jax.Array, y: jax.Array, n: int) -> tuple[nnx.Linear, jax.Array, nnx.Linear]:
    def build(key):
        return nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(key))

    key = jax.random.split(jax.random.key(seed), n)[0]
    ensemble = nnx.vmap(build, in_axes=None, axis_size=n)(key)
    losses = nnx.vmap(lambda m, x, y: jnp.mean((m(x) - y) ** 2), in_axes=(0, None, None))(ensemble, x, y)
    graphdef, state = nnx.split(ensemble)
    return ensemble, losses, nnx.merge(graphdef, jax.tree.map(lambda array: array[jnp.argmin(losses)], state))
