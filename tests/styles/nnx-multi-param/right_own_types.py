"""Own subclasses of Param and Variable."""

import jax
import jax.numpy as jnp
from flax import nnx


class Weight(nnx.Param): ...


class Counter(nnx.Variable): ...


class Model(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        self.kernel = Weight(jax.random.normal(rngs.params(), (din, dout)) / jnp.sqrt(din))
        self.bias = Weight(jnp.zeros(dout))
        self.count = Counter(jnp.array(0.0))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    return Model(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))(x)
