"""fork(split=n), one member a time in a Python loop, under nnx.jit."""

import jax
import jax.numpy as jnp
from flax import nnx


def build(rngs: nnx.Rngs, d: int) -> nnx.Linear:
    return nnx.Linear(d, 1, rngs=rngs)


def answer(member: nnx.Linear, noise: nnx.Rngs, x: jax.Array) -> jax.Array:
    noisy = x + jax.random.normal(noise(), x.shape)
    return member(noisy)[:, 0]


def rngs_split_fork(seed, x, n, rounds):
    @nnx.jit
    def run(x):
        weights, noise = nnx.Rngs(seed).fork(split=n), nnx.Rngs(seed + 1)
        stacked = nnx.vmap(build, in_axes=(0, None))(weights, x.shape[1])
        graphdef, state = nnx.split(stacked)
        members = [nnx.merge(graphdef, jax.tree.map(lambda a, i=i: a[i], state)) for i in range(n)]
        shown = [x + jax.random.normal(noise(), x.shape) for _ in range(rounds)]
        return jnp.array([[member(noisy)[:, 0] for member in members] for noisy in shown])

    return run(x)
