"""flax.traverse_util."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax import traverse_util


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    flat = traverse_util.flatten_dict(variables)
    path = ("params", "kernel")
    flat[path] = jnp.full_like(flat[path], replacement_value)
    return model.apply(traverse_util.unflatten_dict(flat), x)
