"""NNX calls a module through `__call__`. A method named `forward`, as in PyTorch, is a method like any other:
the parentheses after the model do not find it. Name it `__call__`."""

# fact: has def forward
# fact: has not def __call__

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    def forward(self, x):
        return x @ self.kernel


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
