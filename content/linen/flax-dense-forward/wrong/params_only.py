"""`apply` was given what is inside of "params", and it wants the level above as well.

The outer dict says which collection (here only "params"), the inner one which array. `apply` takes just what `init`
returned: there is no need to open it.
"""
# fact: has _["params"]
# fact: has not {"params": _}

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables["params"], x)
