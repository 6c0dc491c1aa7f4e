"""The members are built anew in each round, from a split of what is left of `weights`. So a round shows other members than the one before.
Build them once, before the rounds."""

# fact: checks

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
    ask = nnx.vmap(answer, in_axes=(0, None, None))
    answers = []
    for _ in range(rounds):
        members = nnx.vmap(build, in_axes=(0, None))(weights.split(n), x.shape[1])
        answers.append(ask(members, noise, x))
    return jnp.stack(answers)
