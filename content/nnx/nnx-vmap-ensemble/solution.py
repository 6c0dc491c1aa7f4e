"""Building and measuring are mapped over the members; the best one is a slice of the state."""

import jax
import jax.numpy as jnp
from flax import nnx


def vmap_ensemble(seed: int, x: jax.Array, y: jax.Array, n: int) -> tuple[nnx.Linear, jax.Array, nnx.Linear]:
    """The stacked members, their losses, and the best of them."""

    def build(key: jax.Array) -> nnx.Linear:
        return nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(key))

    def measure(member: nnx.Linear, x: jax.Array, y: jax.Array) -> jax.Array:
        return jnp.mean((member(x) - y) ** 2)

    ensemble = nnx.vmap(build)(jax.random.split(jax.random.key(seed), n))
    losses = nnx.vmap(measure, in_axes=(0, None, None))(ensemble, x, y)
    best = jnp.argmin(losses)
    graphdef, state = nnx.split(ensemble)
    return ensemble, losses, nnx.merge(graphdef, jax.tree.map(lambda array: array[best], state))
