"""The members differ now, and all rounds are still alike. `jax.vmap` counts on a copy of `noise`, so each round draws with key number 0.
`nnx.vmap` carries the count back."""

# fact: has jax.vmap(...)

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
    members = jax.vmap(build, in_axes=(0, None))(weights.split(n), x.shape[1])
    ask = jax.vmap(answer, in_axes=(0, None, None))
    return jnp.stack([ask(members, noise, x) for _ in range(rounds)])
