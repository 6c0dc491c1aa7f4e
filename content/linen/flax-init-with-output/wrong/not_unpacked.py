"""What `init_with_output` returned was taken for the variables, and it is a tuple of two: the output is in it as well.
Unpack it first."""
# fact: has _ = _.init_with_output(...)
# fact: has not (_, _) = _.init_with_output(...)

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    model = nn.Dense(features)
    variables = model.init_with_output(jax.random.key(seed), x)
    return {"y": variables[0], "kernel": variables["params"]["kernel"]}
