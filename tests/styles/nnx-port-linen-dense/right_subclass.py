"""A class method that makes the ported layer."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


class Ported(nnx.Linear):
    @classmethod
    def from_linen(cls, params, seed):
        layer = cls(*params["kernel"].shape, rngs=nnx.Rngs(seed))
        layer.kernel[...] = params["kernel"]
        layer.bias[...] = params["bias"]
        return layer


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    variables = dense.init(jax.random.PRNGKey(int(seed)), x)
    linear = Ported.from_linen(variables["params"], int(seed) + 1)
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
