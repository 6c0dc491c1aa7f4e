"""The count is an `nnx.Param`, and a Param is what gets trained: `nnx.state(model, nnx.Param)` hands the
optimizer a counter, which takes up room in its state and which weight decay would shrink. The numbers are
right all the same, so nothing tells you. A value that the model carries but does not learn wants the general
wrapper, not the one for parameters."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CountingLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jnp.zeros(features))
        self.count = nnx.Param(jnp.zeros(()))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    model = CountingLinear(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
