"""The kernel by initializer, the bias by hand."""

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(int(features), kernel_init=nn.initializers.constant(scale))
    params = model.init(jax.random.key(int(seed)), x)["params"]
    return model.apply({"params": {**params, "bias": params["bias"] + 1.0}}, x)
