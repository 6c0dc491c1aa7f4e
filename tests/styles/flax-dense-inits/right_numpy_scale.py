"""An array as the constant, and init on one row."""

import jax
import numpy as np
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        int(features),
        kernel_init=nn.initializers.constant(np.full(int(features), scale, np.float32)),
        bias_init=nn.initializers.ones_init(),
    )
    return model.apply(model.init(jax.random.key(int(seed)), x[:1]), x)
