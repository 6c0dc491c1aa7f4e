"""The members are built from seeds of their own."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_split_fork(seed, x, n, rounds):
    noise = nnx.Rngs(seed + 1)
    members = [nnx.Linear(x.shape[1], 1, rngs=nnx.Rngs(seed + i)) for i in range(n)]
    noisy = [x + jax.random.normal(noise(), x.shape) for _ in range(rounds)]
    return jnp.stack([jnp.stack([m(one)[:, 0] for m in members]) for one in noisy])
