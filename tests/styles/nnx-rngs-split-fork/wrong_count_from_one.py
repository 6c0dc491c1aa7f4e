"""One key of the noise is used up before the first round."""

import jax
import jax.numpy as jnp
from flax import nnx


def build(rngs: nnx.Rngs, d: int) -> nnx.Linear:
    return nnx.Linear(d, 1, rngs=rngs)


def answer(member: nnx.Linear, noise: nnx.Rngs, x: jax.Array) -> jax.Array:
    noisy = x + jax.random.normal(noise(), x.shape)
    return member(noisy)[:, 0]


def rngs_split_fork(seed, x, n, rounds):
    weights, noise = nnx.Rngs(seed), nnx.Rngs(seed + 1)
    members = nnx.vmap(build, in_axes=(0, None))(weights.split(n), x.shape[1])
    ask = nnx.vmap(answer, in_axes=(0, None, None))
    ask(members, noise, x)
    return jnp.stack([ask(members, noise, x) for _ in range(rounds)])
