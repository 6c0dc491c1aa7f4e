"""Each member sees noise of its own: `noise` was split as well. Then members differ for two reasons, and the task asks for one noise
for all. An Rngs that is not split, with None in `in_axes`, draws the same for each."""

# fact: has noise.split(n)

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
    members = nnx.vmap(build, in_axes=(0, None))(weights.split(n), x.shape[1])
    ask = nnx.vmap(answer, in_axes=(0, 0, None))
    own = noise.split(n)
    return jnp.stack([ask(members, own, x) for _ in range(rounds)])
