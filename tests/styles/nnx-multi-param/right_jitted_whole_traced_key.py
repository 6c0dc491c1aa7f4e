"""As one jax.jit where even the seed is traced."""

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


@functools.partial(jax.jit, static_argnames="features")
def build_and_apply(key, x, features):
    return Model(x.shape[0], features, rngs=nnx.Rngs(key))(x)


def multi_param_forward(seed, x, features):
    return build_and_apply(jax.random.key(int(seed)), x, features=int(features))
