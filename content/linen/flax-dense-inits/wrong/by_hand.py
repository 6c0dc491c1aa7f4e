"""The params are right, and the module ran only in `init`: the output was computed beside it. Let the module itself do
the arithmetic: it needs its variables and `x`."""
# fact: checks

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        features,
        kernel_init=nn.initializers.constant(scale),
        bias_init=nn.initializers.ones_init(),
    )
    params = model.init(jax.random.key(seed), x)["params"]
    return x @ params["kernel"] + params["bias"]
