"""The bias was created full of ones and is not used: the ones were added outside of the module that was applied.
After a step of training the two would differ. Apply the Dense that has the bias."""
# fact: checks
# fact: has nn.Dense(..., use_bias=False)

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    fill = nn.initializers.constant(scale)
    model = nn.Dense(features, kernel_init=fill, bias_init=nn.initializers.ones)
    variables = model.init(jax.random.key(seed), x)
    return nn.Dense(features, use_bias=False).apply(variables, x) + 1.0
