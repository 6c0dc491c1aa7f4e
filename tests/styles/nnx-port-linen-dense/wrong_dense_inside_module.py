"""A Dense inside a Linen module draws another kernel: the path is part of its key."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    class Model(nn.Module):
        @nn.compact
        def __call__(self, x):
            return nn.Dense(int(features), name="out")(x)

    model = Model()
    variables = model.init(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]["out"]
    linear = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed) + 1))
    linear.kernel[...] = params["kernel"]
    linear.bias[...] = params["bias"]
    return jnp.stack([linear(x).sum(), model.apply(variables, x).sum()])
