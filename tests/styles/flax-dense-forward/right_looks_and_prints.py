"""Looks at everything on the way."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(int(features))
    print(model)
    variables = model.init(jax.random.key(int(seed)), x)
    print(jax.tree.map(lambda leaf: leaf.shape, variables))
    assert set(variables) == {"params"}
    y = model.apply(variables, x)
    print(y.mean())
    return y
