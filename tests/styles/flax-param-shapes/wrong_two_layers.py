"""Two layers are counted."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    model = nn.Sequential([nn.Dense(int(features)), nn.Dense(int(features))])
    params = model.init(jax.random.key(int(seed)), x)["params"]
    total = sum(leaf.size for leaf in jax.tree.leaves(params))
    return jnp.array([*params["layers_0"]["kernel"].shape, *params["layers_0"]["bias"].shape, total])
