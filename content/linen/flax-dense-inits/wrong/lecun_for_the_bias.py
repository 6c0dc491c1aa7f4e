"""The bias was given an initializer for matrices: `lecun_normal` takes its spread from the number of inputs, and the
shape of a bias, which has one axis, does not tell it. The task wants ones there."""
# fact: has nn.Dense(..., bias_init=nn.initializers.lecun_normal())

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        features,
        kernel_init=nn.initializers.constant(scale),
        bias_init=nn.initializers.lecun_normal(),
    )
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
