"""The module was asked for its kernel, and it has none. A Linen module is a description without arrays: they are in
what `init` returned, under the name of their collection."""
# fact: has _.kernel

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    model = nn.Dense(features)
    model.init(jax.random.key(seed), x)
    return x @ model.kernel + model.bias
