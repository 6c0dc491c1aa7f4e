"""What comes back is a dict, as `init` returns it, and the task asks for the output of the layer.

`init` only makes the numbers. The second move is missing: use them on `x`.
"""
# fact: checks

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features)
    return model.init(jax.random.key(seed), x)
