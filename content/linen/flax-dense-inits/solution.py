"""A Dense with a constant kernel and a bias of ones."""

import jax
from flax import linen as nn


def dense_inits(seed: int, x: jax.Array, features: int, scale: float) -> jax.Array:
    """What a `Dense` makes of `x` whose kernel starts as `scale` and whose bias starts as ones."""
    model = nn.Dense(
        features,
        kernel_init=nn.initializers.constant(scale),
        bias_init=nn.initializers.ones_init(),
    )
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
