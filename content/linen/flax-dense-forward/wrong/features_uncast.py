"""`features` arrives as a float, and the shape of an array takes whole numbers only.

The Dense was built without complaint, since it makes no array then; the error comes from `init`, which wanted to
make the kernel. Cast `features` with `int` where you build the layer.
"""
# fact: has not int(features)

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
