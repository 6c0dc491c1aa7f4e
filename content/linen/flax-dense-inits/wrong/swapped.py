"""The two initializers are swapped: the kernel is full of ones, and the bias holds `scale`. Look at which keyword
each of them stands behind."""
# fact: has nn.Dense(..., bias_init=nn.initializers.constant(scale))
# fact: has not nn.Dense(..., kernel_init=nn.initializers.constant(_))

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        features,
        kernel_init=nn.initializers.ones_init(),
        bias_init=nn.initializers.constant(scale),
    )
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
