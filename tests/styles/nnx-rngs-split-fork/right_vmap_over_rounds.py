"""All rounds at once: the noise has an axis, too."""

import jax
import jax.numpy as jnp
from flax import nnx


def rngs_split_fork(seed, x, n, rounds):
    weights, noise = nnx.Rngs(seed), nnx.Rngs(seed + 1)
    members = nnx.vmap(lambda r: nnx.Linear(x.shape[1], 1, rngs=r))(weights.split(n))
    keys = jnp.stack([noise() for _ in range(rounds)])
    noisy = jax.vmap(lambda key: x + jax.random.normal(key, x.shape))(keys)
    return jnp.einsum("rbd,nd->rnb", noisy, members.kernel[..., 0]) + members.bias[...][None]
