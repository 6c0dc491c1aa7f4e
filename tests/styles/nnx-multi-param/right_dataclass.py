"""A dataclass whose variables are made by the caller."""

import dataclasses

import jax
import jax.numpy as jnp
from flax import nnx


@dataclasses.dataclass
class Model(nnx.Module):
    kernel: nnx.Param
    bias: nnx.Param
    count: nnx.Variable

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    rngs, shape = nnx.Rngs(int(seed)), (x.shape[0], int(features))
    model = Model(
        kernel=nnx.Param(jax.random.normal(rngs.params(), shape) / jnp.sqrt(shape[0])),
        bias=nnx.Param(jnp.zeros(shape[1:])),
        count=nnx.Variable(jnp.zeros(())),
    )
    return model(x)
