"""`y` is the output for a different input than `x`: the Dense was initialised on something else.

For `init` any example of the right shape would do. When you keep the output, the example is the input: give it `x`.
"""
# fact: has not _.init_with_output(_, x)

import jax
import jax.numpy as jnp
from flax import linen as nn


def init_with_output(seed, x, features):
    y, variables = nn.Dense(features).init_with_output(jax.random.key(seed), jnp.ones_like(x))
    return {"y": y, "kernel": variables["params"]["kernel"]}
