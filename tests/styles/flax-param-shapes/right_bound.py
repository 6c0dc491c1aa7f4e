"""Read from a bound module, made with init_with_output."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    model = nn.Dense(int(features))
    _, variables = model.init_with_output(jax.random.key(int(seed)), x)
    params = model.bind(variables).variables["params"]
    rows, columns = params["kernel"].shape
    return jnp.stack([jnp.int32(n) for n in (rows, columns, params["bias"].shape[0], (rows + 1) * columns)])
