"""The module holds the right Params, and the output does not depend on them: it is computed with other arrays.
After one training step the two would differ. Let the forward pass use the attributes that hold the Params."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features)) / jnp.sqrt(in_features)
        bias = jax.random.normal(rngs.params(), (features,))
        self.kernel, self.bias = nnx.Param(kernel), nnx.Param(bias)
        self.copies = nnx.data((kernel, bias))

    def __call__(self, x):
        return x @ self.copies[0] + self.copies[1]


def linear_bias(seed, x, features):
    model = DrawnLinear(x.shape[1], features, rngs=nnx.Rngs(seed))
    return model(x)
