"""`init` was given the seed itself, and it wants a key.

A seed is a number that you choose; a key is what JAX makes of it, and all random functions take keys.
`jax.random.key` turns the one into the other.
"""
# fact: has _.init(seed, ...)

from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features)
    variables = model.init(seed, x)
    return model.apply(variables, x)
