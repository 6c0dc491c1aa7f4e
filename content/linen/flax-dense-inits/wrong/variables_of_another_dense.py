"""The Dense with your initializers was applied, and a Dense without them was initialised: only `init` asks an
initializer, so yours were never asked. Initialise the module that you apply."""
# fact: has nn.Dense(_)
# fact: has nn.Dense(..., kernel_init=_)

import jax
from flax import linen as nn


def dense_inits(seed, x, features, scale):
    model = nn.Dense(
        features,
        kernel_init=nn.initializers.constant(scale),
        bias_init=nn.initializers.ones_init(),
    )
    variables = nn.Dense(features).init(jax.random.key(seed), x)
    return model.apply(variables, x)
