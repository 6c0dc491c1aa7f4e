"""A key of the old kind, and a dict of streams."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(int(features))
    variables = model.init({"params": jax.random.PRNGKey(int(seed))}, x)
    return model.apply(variables, x)
