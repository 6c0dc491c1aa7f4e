"""The module was called like a function, and it has no numbers to answer with.

`init` does not put the variables into the module: it returns them, and the module stays the description that it
was. Keep what `init` returns, and use the method that takes variables and input together.
"""
# fact: checks

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features)
    model.init(jax.random.key(seed), x)
    return model(x)
