"""`ensemble` is a Python list of members. The task asks for one `nnx.Linear` whose kernel and bias have the axis of the
members in front. A mapped function that returns a module returns such a module."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def vmap_ensemble(seed: int, x: jax.Array, y: jax.Array, n: int):
    keys = jax.random.split(jax.random.key(seed), n)
    ensemble = [nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(key)) for key in keys]
    losses = jnp.stack([jnp.mean((member(x) - y) ** 2) for member in ensemble])
    best = jax.tree.map(lambda *arrays: jnp.stack(arrays)[jnp.argmin(losses)], *ensemble)
    return ensemble, losses, best
