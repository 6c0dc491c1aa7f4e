"""`features` arrives as a float and has to be cast with `int`: whatever an initializer fills in, it makes an array
of a shape, and a shape is made of whole numbers."""
# fact: has not int(features)

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        features,
        kernel_init=nn.initializers.constant(scale),
        bias_init=nn.initializers.ones_init(),
    )
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
