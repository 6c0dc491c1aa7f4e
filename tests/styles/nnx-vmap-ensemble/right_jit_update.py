"""Everything under nnx.jit; best is built and then nnx.update'd; a static index under lax.dynamic_index_in_dim."""

import jax
import jax.numpy as jnp
from flax import nnx


def vmap_ensemble(seed, x, y, n):
    def build(key):
        return nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(key))

    def measure(member, x, y):
        return jnp.mean((member(x) - y) ** 2)

    @nnx.jit
    def everything(x, y):
        keys = jax.random.split(jax.random.key(seed), n)
        ensemble = nnx.vmap(build, in_axes=0, out_axes=0)(keys)
        losses = nnx.vmap(measure, in_axes=(0, None, None))(ensemble, x, y)
        best = build(keys[0])

        def pick(a):
            return jax.lax.dynamic_index_in_dim(a, jnp.argmin(losses), keepdims=False)

        nnx.update(best, jax.tree.map(pick, nnx.state(ensemble)))
        return ensemble, losses, best

    return everything(x, y)
