"""Shapes only: the bias of init never existed."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def surgery_replace(seed, x, features, replacement_value):
    model = nn.Dense(int(features))
    shapes = jax.eval_shape(model.init, jax.random.key(int(seed)), x)["params"]
    kernel = jnp.full(shapes["kernel"].shape, replacement_value)
    return model.apply({"params": {"kernel": kernel, "bias": jnp.zeros(shapes["bias"].shape)}}, x)
