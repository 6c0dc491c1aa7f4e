"""Keys for many copies

`rngs_split_fork(seed, x, n, rounds)` builds n members with different
weights, and shows them the same x with noise, once in each round.
Two things are wrong with what it returns: all members give the same
answers, and all rounds give the same answers. Fix it.

    member i  gets stream i of `weights`, an Rngs that was
              split into n
    round r   its noise is drawn with key number r of `noise`,
              counted from 0, and ALL members see the same noise

    seed     int
    x        float32 array of shape (rows, d)
    n        int, 2 or more: the members
    rounds   int, 2 or more
    returns  float32 array of shape (rounds, n, rows)

The values are compared with the reference's. How they come about is
up to you.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def build(rngs: nnx.Rngs, d: int) -> nnx.Linear:
    return nnx.Linear(d, 1, rngs=rngs)


def answer(
    member: nnx.Linear,
    noise: nnx.Rngs,
    x: jax.Array,
) -> jax.Array:
    noisy = x + jax.random.normal(noise(), x.shape)
    return member(noisy)[:, 0]


def rngs_split_fork(
    seed: int,
    x: jax.Array,
    n: int,
    rounds: int,
) -> jax.Array:
    weights, noise = (
        nnx.Rngs(seed),
        nnx.Rngs(seed + 1),
    )
    make = jax.vmap(build, in_axes=(None, None), axis_size=n)
    members = make(weights, x.shape[1])
    ask = jax.vmap(answer, in_axes=(0, None, None))
    return jnp.stack([ask(members, noise, x) for _ in range(rounds)])
