"""The pair was unpacked the wrong way round: what was asked for "params" is the output, an array.

`init_with_output` returns the output first and the variables second. Python does not mind which name gets which, so
the error comes only when the array is asked for "params".
"""
# fact: checks

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    variables, y = nn.Dense(features).init_with_output(jax.random.key(seed), x)
    return {"y": y, "kernel": variables["params"]["kernel"]}
