"""A module that only holds; the computation is a vmapped function of its state."""

import jax
import jax.numpy as jnp
from flax import nnx


class Held(nnx.Module):
    def __init__(self, shape, rngs):
        self.kernel = nnx.Param(nnx.initializers.lecun_normal()(rngs.params(), shape, jnp.float32))
        self.bias = nnx.Param(nnx.initializers.normal(1.0)(rngs.params(), shape[-1:], jnp.float32))


def one(held, x):
    width = held["kernel"].shape[0]
    left = (width - 1) // 2
    padded = jnp.concatenate([jnp.zeros((left, x.shape[1])), x, jnp.zeros((width - 1 - left, x.shape[1]))])
    taps = jnp.stack([padded[tap : tap + len(x)] for tap in range(width)])
    return jnp.tensordot(taps, held["kernel"], [[0, 2], [0, 1]]) + held["bias"]


def conv1d_scratch(seed, x, features, width):
    pure = nnx.to_pure_dict(nnx.state(Held((width, x.shape[-1], features), nnx.Rngs(seed))))
    return jax.vmap(one, in_axes=(None, 0))(pure, x)
