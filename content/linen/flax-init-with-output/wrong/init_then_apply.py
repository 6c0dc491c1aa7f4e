"""The numbers are right, and the Dense was called twice, as by `init` and then once more by `apply`.

`init` is a forward pass whose output is thrown away. There is a method that does the same and hands the output
over as well; called once, and with what it returns taken apart, it leaves nothing to be done again.
"""
# fact: checks

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    model = nn.Dense(features)
    variables = model.init(jax.random.key(seed), x)
    return {"y": model.apply(variables, x), "kernel": variables["params"]["kernel"]}
