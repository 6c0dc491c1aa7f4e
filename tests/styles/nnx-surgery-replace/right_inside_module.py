"""The Linear is an attribute of a module that is defined inside the function."""

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    class Model(nnx.Module):
        def __init__(self, n_in, n_out, rngs):
            self.linear = nnx.Linear(n_in, n_out, rngs=rngs)

        def __call__(self, x):
            return self.linear(x)

    model = Model(x.shape[0], int(features), nnx.Rngs(int(seed)))
    model.linear.kernel[...] = jnp.full_like(model.linear.kernel, replacement_value)
    return model(x)
