"""Keys by hand: fold_in of the stream's key with the round; all rounds and members in one einsum."""

import jax
import jax.numpy as jnp
from flax import nnx


def build(rngs: nnx.Rngs, d: int) -> nnx.Linear:
    return nnx.Linear(d, 1, rngs=rngs)


def answer(member: nnx.Linear, noise: nnx.Rngs, x: jax.Array) -> jax.Array:
    noisy = x + jax.random.normal(noise(), x.shape)
    return member(noisy)[:, 0]


def rngs_split_fork(seed, x, n, rounds):
    weights = nnx.Rngs(seed).split(n)
    members = nnx.vmap(lambda rngs: nnx.Linear(x.shape[1], 1, rngs=rngs))(weights)
    keys = jax.vmap(lambda r: jax.random.fold_in(jax.random.key(seed + 1), r))(jnp.arange(rounds))
    noise = jax.vmap(lambda key: jax.random.normal(key, x.shape))(keys)
    noisy = x[None] + noise
    return jnp.einsum("rbd,mdo->rmb", noisy, members.kernel[...]) + members.bias[...][None, :, :]
