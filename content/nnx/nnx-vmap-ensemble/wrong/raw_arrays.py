"""The best member holds bare arrays where its Params should be: an array was assigned to the attribute, and the Param is
gone. The numbers are right, but nothing would train it. Index the arrays inside the state, or write through the brackets."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def vmap_ensemble(seed: int, x: jax.Array, y: jax.Array, n: int) -> tuple[nnx.Linear, jax.Array, nnx.Linear]:
    def build(key):
        return nnx.Linear(x.shape[1], y.shape[1], rngs=nnx.Rngs(key))

    ensemble = nnx.vmap(build)(jax.random.split(jax.random.key(seed), n))
    losses = nnx.vmap(lambda m, x, y: jnp.mean((m(x) - y) ** 2), in_axes=(0, None, None))(ensemble, x, y)
    number = jnp.argmin(losses)
    best = build(jax.random.key(0))
    best.kernel = ensemble.kernel[number]
    best.bias = ensemble.bias[number]
    return ensemble, losses, best
