"""A function of the params, as in plain JAX."""

import jax
from flax import linen as nn


def forward(params, x):
    return jax.lax.dot_general(x, params["kernel"], (((1,), (0,)), ((), ()))) + params["bias"]


def dense_by_hand(seed, x, features):
    variables = jax.jit(nn.Dense(int(features)).init)(jax.random.key(int(seed)), x)
    return forward(variables["params"], x)
