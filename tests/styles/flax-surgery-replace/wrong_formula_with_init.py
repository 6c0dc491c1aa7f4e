"""init, then the formula."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    params = variables["params"]
    return jnp.full((x.shape[0], params["bias"].shape[0]), replacement_value) * x.sum(1)[:, None]
