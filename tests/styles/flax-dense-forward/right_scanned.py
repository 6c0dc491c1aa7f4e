"""Row by row in a scan."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return jax.lax.map(lambda row: model.apply(variables, row), x)
