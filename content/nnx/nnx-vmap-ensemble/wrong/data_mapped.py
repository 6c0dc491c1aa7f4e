"""The data was mapped together with the members, so member 0 would get row 0 alone. All members answer to all rows: the
entries of `x` and `y` in `in_axes` are None."""

# fact: has nnx.vmap(...)
# fact: has not nnx.vmap(..., in_axes=_)

import jax
import jax.numpy as jnp
from flax import nnx


def vmap_ensemble(seed: int, x: jax.Array, y: jax.Array, n: int) -> tuple[nnx.Linear, jax.Array, nnx.Linear]:
    def build(key):
        return nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(key))

    ensemble = nnx.vmap(build)(jax.random.split(jax.random.key(seed), n))
    losses = nnx.vmap(lambda m, x, y: jnp.mean((m(x) - y) ** 2))(ensemble, x, y)
    graphdef, state = nnx.split(ensemble)
    return ensemble, losses, nnx.merge(graphdef, jax.tree.map(lambda array: array[jnp.argmin(losses)], state))
