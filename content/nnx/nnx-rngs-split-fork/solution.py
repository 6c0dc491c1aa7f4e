"""The weights are split among the members; the noise is one stream for all, whose count is kept."""

import jax
import jax.numpy as jnp
from flax import nnx


def build(rngs: nnx.Rngs, d: int) -> nnx.Linear:
    return nnx.Linear(d, 1, rngs=rngs)


def answer(member: nnx.Linear, noise: nnx.Rngs, x: jax.Array) -> jax.Array:
    noisy = x + jax.random.normal(noise(), x.shape)
    return member(noisy)[:, 0]


def rngs_split_fork(seed: int, x: jax.Array, n: int, rounds: int) -> jax.Array:
    """The answers of each member in each round."""
    weights, noise = nnx.Rngs(seed), nnx.Rngs(seed + 1)
    members = nnx.vmap(build, in_axes=(0, None))(weights.split(n), x.shape[1])
    ask = nnx.vmap(answer, in_axes=(0, None, None))
    return jnp.stack([ask(members, noise, x) for _ in range(rounds)])
