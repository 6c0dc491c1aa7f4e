"""These are two models, not one: each Dense was initialised for itself, with the very same key. There is no place
for either in the tree of the other, and the random numbers are those of two layers without a name. Put both into
one module and initialise that, once."""
# fact: has not class _(nn.Module)

import jax
from flax import linen as nn


def compact_mlp(seed, x, hidden, features):
    key = jax.random.key(seed)
    first, second = nn.Dense(hidden), nn.Dense(features)
    h = nn.relu(first.apply(first.init(key, x), x))
    return second.apply(second.init(key, h), h)
