"""Over the leaves with their paths."""

import jax
import jax.numpy as jnp
from flax import linen as nn


def param_shapes(seed, x, features):
    variables = nn.Dense(int(features)).init(jax.random.key(int(seed)), x)
    shapes, total = {}, 0
    for path, leaf in jax.tree.leaves_with_path(variables):
        shapes[path[-1].key] = leaf.shape
        total += leaf.size
    return jnp.array(shapes["kernel"] + shapes["bias"] + (total,))
