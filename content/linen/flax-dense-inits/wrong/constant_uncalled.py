"""`constant` was not called. It is a factory: you give it the value, and it returns the initializer.

As it stands, `init` hands it what an initializer is given, a key, a shape and a dtype, and those three are what the
error message counts. Call it with `scale`, and pass on what comes back.
"""
# fact: checks

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        features,
        kernel_init=nn.initializers.constant,
        bias_init=nn.initializers.ones_init(),
    )
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
