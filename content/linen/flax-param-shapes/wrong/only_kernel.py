"""The total leaves out the bias: it is the size of the kernel alone. The bias is trained as well, so its numbers
count. Go over all of the arrays in the params."""
# fact: checks

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    params = nn.Dense(features).init(jax.random.key(seed), x)["params"]
    kernel, bias = params["kernel"], params["bias"]
    return jnp.array([*kernel.shape, *bias.shape, kernel.size])
