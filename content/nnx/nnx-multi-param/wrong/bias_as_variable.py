"""The bias is a plain `nnx.Variable`. The forward pass is right, but the type is what the rest of Flax goes by:
`nnx.grad` and the optimizer ask for `nnx.Param`, do not find the bias among them, and leave it at zero for
ever. Ask of each value: will it be trained? Then wrap it in the type that says so."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CountingLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Variable(jnp.zeros(features))
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    model = CountingLinear(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
