"""Jitted functions at module level."""

import functools

import jax
import jax.numpy as jnp
from flax import linen as nn


@functools.partial(jax.jit, static_argnums=(0, 2))
def initialise(seed, x, features):
    return nn.Dense(features).init(jax.random.key(seed), x)


@functools.partial(jax.jit, static_argnums=3)
def forward(params, x, replacement_value, features):
    kernel = jnp.full_like(params["kernel"], replacement_value)
    return nn.Dense(features).apply({"params": {**params, "kernel": kernel}}, x)


def surgery_replace(seed, x, features, replacement_value):
    params = initialise(int(seed), x, int(features))["params"]
    return forward(params, x, replacement_value, int(features))
