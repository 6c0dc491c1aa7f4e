"""The members come first in the output."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_split_fork(seed, x, n, rounds):
    weights, noise = nnx.Rngs(seed), nnx.Rngs(seed + 1)
    members = nnx.vmap(lambda r: nnx.Linear(x.shape[1], 1, rngs=r))(weights.split(n))
    ask = nnx.vmap(lambda m, r, x: m(x + jax.random.normal(r(), x.shape))[:, 0], in_axes=(0, None, None))
    return jnp.stack([ask(members, noise, x) for _ in range(rounds)], axis=1)
