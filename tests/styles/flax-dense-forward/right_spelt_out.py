"""The defaults, spelt out, and more arguments than needed."""

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(
        features=int(features),
        use_bias=True,
        kernel_init=nn.initializers.lecun_normal(),
        bias_init=nn.initializers.zeros_init(),
    )
    variables = model.init(jax.random.key(int(seed)), x)
    y, _ = model.apply(variables, x, mutable=["batch_stats"])
    return y
