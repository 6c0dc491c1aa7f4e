"""Flattened, with paths as keys."""

import jax
import jax.numpy as jnp
from flax import linen as nn
from flax.traverse_util import flatten_dict


def param_shapes(seed, x, features):
    flat = flatten_dict(nn.Dense(int(features)).init(jax.random.key(int(seed)), x), sep="/")
    kernel, bias = flat["params/kernel"], flat["params/bias"]
    return jnp.concatenate([jnp.array(kernel.shape), jnp.array([len(bias), kernel.size + bias.size])])
