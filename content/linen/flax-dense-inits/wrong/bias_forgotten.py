"""The bias was left as it is by default, all zeros, and so every output is too small by one. There is a keyword for
it as for the kernel."""
# fact: has not nn.Dense(..., bias_init=_)

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(features, kernel_init=nn.initializers.constant(scale))
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
