"""The decorator nnx.split_rngs, and noise that is drawn outside."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_split_fork(seed, x, n, rounds):
    @nnx.split_rngs(splits=n)
    @nnx.vmap
    def build(rngs):
        return nnx.Linear(x.shape[1], 1, rngs=rngs)

    members, noise = build(nnx.Rngs(seed)), nnx.Rngs(seed + 1)
    ask = nnx.vmap(lambda m, x: m(x)[:, 0], in_axes=(0, None))
    return jnp.stack([ask(members, x + jax.random.normal(noise(), x.shape)) for _ in range(rounds)])
