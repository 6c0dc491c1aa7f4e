"""`nn.initializers.ones` was called, and it is the initializer itself: it wants the key and the shape, which only
`init` knows. Pass it as it is, or call `ones_init`, which is the factory.
"""
# fact: has nn.initializers.ones()

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        features,
        kernel_init=nn.initializers.constant(scale),
        bias_init=nn.initializers.ones(),
    )
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
