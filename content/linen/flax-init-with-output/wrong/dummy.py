"""`y` is the output for another input than `x`.

For `init` any example of the right shape would do. When you keep the output, the example is the input: give it `x`.
"""

import jax
import jax.numpy as jnp
from flax import linen as nn


def init_with_output(seed, x, features):
    y, variables = nn.Dense(int(features)).init_with_output(jax.random.key(int(seed)), jnp.ones_like(x))
    return {"y": y, "kernel": variables["params"]["kernel"]}
