"""`ones_init` was not called. It takes no arguments, but it is a factory all the same: what it returns is the
initializer.

(`nn.initializers.ones`, without the `_init`, is the initializer itself. The two are easily mixed up.)
"""
# fact: checks

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        features,
        kernel_init=nn.initializers.constant(scale),
        bias_init=nn.initializers.ones_init,
    )
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
