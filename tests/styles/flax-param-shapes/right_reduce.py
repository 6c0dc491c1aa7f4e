"""The total by tree reduction over a tree of sizes."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    variables = nn.Dense(int(features)).init(jax.random.key(int(seed)), x)
    total = jax.tree.reduce(lambda a, b: a + b, jax.tree.map(jnp.size, variables))
    params = variables["params"]
    return jnp.array([params["kernel"].shape[0], params["kernel"].shape[1], params["bias"].size, total])
