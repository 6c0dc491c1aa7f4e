"""The rounds differ now, and all members are still alike: they got one stream for all. Split `weights` into `n`, and give each member its
own with `in_axes=0`."""

# fact: has not _.split(_)

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
    members = nnx.vmap(build, in_axes=(None, None), axis_size=n)(weights, x.shape[1])
    ask = nnx.vmap(answer, in_axes=(0, None, None))
    return jnp.stack([ask(members, noise, x) for _ in range(rounds)])
