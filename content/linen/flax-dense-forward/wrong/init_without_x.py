"""`init` was given a key and no input, and without one it cannot know how many rows the kernel needs.

It runs the layer once on an example to find that out. `inputs`, the argument that the error names, is what you
would like the layer to be called on.
"""
# fact: checks

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed))
    return model.apply(variables, x)
