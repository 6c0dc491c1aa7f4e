"""`*` multiplies element by element. A Dense needs the matrix product, which multiplies and adds up over the inputs;
it has an operator of its own."""
# fact: has x * _

import jax
from flax import linen as nn


def dense_by_hand(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    return x * params["kernel"] + params["bias"]
