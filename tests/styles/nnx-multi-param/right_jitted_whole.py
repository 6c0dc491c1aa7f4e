"""Construction and call under one jax.jit, with static sizes."""

import functools

import jax
import jax.numpy as jnp
from flax import nnx


class Model(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), (din, dout)) / jnp.sqrt(din))
        self.bias = nnx.Param(jnp.zeros(dout))
        self.count = nnx.Variable(jnp.array(0.0))

    def __call__(self, x):
        return x @ self.kernel + self.bias


@functools.partial(jax.jit, static_argnums=(0, 2))
def build_and_apply(seed, x, features):
    return Model(x.shape[0], features, rngs=nnx.Rngs(seed))(x)


def multi_param_forward(seed, x, features):
    return build_and_apply(int(seed), x, int(features))
