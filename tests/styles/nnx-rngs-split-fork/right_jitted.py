"""Each round is a jitted call."""

import jax
import jax.numpy as jnp
from flax import nnx


@nnx.jit
def ask(members, noise, x):
    noisy = x + noise.default.normal(x.shape) if False else x + jax.random.normal(noise.default(), x.shape)
    return nnx.vmap(lambda m, x: m(x)[:, 0], in_axes=(0, None))(members, noisy)


def rngs_split_fork(seed, x, n, rounds):
    weights, noise = nnx.Rngs(seed), nnx.Rngs(seed + 1)
    members = nnx.vmap(lambda r: nnx.Linear(x.shape[1], 1, rngs=r))(weights.split(n))
    return jnp.stack([ask(members, noise, x) for _ in range(rounds)])
