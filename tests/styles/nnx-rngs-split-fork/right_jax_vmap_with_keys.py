"""Keys drawn outside, jax.vmap inside."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_split_fork(seed, x, n, rounds):
    weights, noise = nnx.Rngs(seed), nnx.Rngs(seed + 1)
    members = jax.vmap(lambda r: nnx.Linear(x.shape[1], 1, rngs=r))(weights.split(n))

    def ask(key):
        noisy = x + jax.random.normal(key, x.shape)
        return jax.vmap(lambda m: m(noisy)[:, 0])(members)

    return jnp.stack([ask(noise()) for _ in range(rounds)])
