"""The count is a bare array. It does lie in `nnx.state(model)`, but it has no type there: a filter such as
`nnx.Variable` walks past it, so whatever is picked by role (to save, to reset, to leave out of a gradient)
silently lacks the count. Put it in a wrapper that says "state, not trained"."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CountingLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Param(jnp.zeros(features))
        self.count = jnp.zeros(())

    def __call__(self, x):
        return x @ self.kernel + self.bias


def multi_param_forward(seed, x, features):
    model = CountingLinear(x.shape[0], features, rngs=nnx.Rngs(seed))
    return model(x)
