"""The members are taken out and measured one after the other, in a Python loop. The numbers are right, and the program
grows with `n`. Inside a mapped function each member is an ordinary module: measure it there."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def vmap_ensemble(seed: int, x: jax.Array, y: jax.Array, n: int) -> tuple[nnx.Linear, jax.Array, nnx.Linear]:
    def build(key):
        return nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(key))

    keys = jax.random.split(jax.random.key(seed), n)
    losses = jnp.stack([jnp.mean((build(key)(x) - y) ** 2) for key in keys])
    ensemble = nnx.vmap(build)(keys)
    graphdef, state = nnx.split(ensemble)
    return ensemble, losses, nnx.merge(graphdef, jax.tree.map(lambda array: array[jnp.argmin(losses)], state))
