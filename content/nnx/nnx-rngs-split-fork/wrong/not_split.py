"""An Rngs was mapped over axis 0 without being split. It has one key for each stream, and no axis. `weights.split(n)` has `n` of them."""

# fact: has nnx.vmap(..., in_axes=(0, None))
# fact: has not weights.split(_)

import jax
import jax.numpy as jnp
from flax import nnx


def build(rngs, d):
    return nnx.Linear(d, 1, rngs=rngs)


def answer(member, noise, x):
    noisy = x + jax.random.normal(noise(), x.shape)
    return member(noisy)[:, 0]


def rngs_split_fork(seed: int, x: jax.Array, n: int, rounds: int) -> jax.Array:
    weights, noise = nnx.Rngs(seed), nnx.Rngs(seed + 1)
    members = nnx.vmap(build, in_axes=(0, None))(weights, x.shape[1])
    ask = nnx.vmap(answer, in_axes=(0, None, None))
    return jnp.stack([ask(members, noise, x) for _ in range(rounds)])
