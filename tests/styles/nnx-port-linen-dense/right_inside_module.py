"""The Linear is inside a module of its own."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import nnx


def port_dense(seed, x, features):
    dense = nn.Dense(int(features))
    variables = dense.init(jax.random.PRNGKey(int(seed)), x)
    params = variables["params"]

    class Model(nnx.Module):
        def __init__(self, rngs):
            self.out = nnx.Linear(x.shape[0], int(features), rngs=rngs)

        def __call__(self, x):
            return self.out(x)

    linear = Model(nnx.Rngs(int(seed) + 1))
    nnx.update(linear, {"out": params})
    return jnp.stack([linear(x).sum(), dense.apply(variables, x).sum()])
