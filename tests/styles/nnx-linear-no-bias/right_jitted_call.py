"""The call is jitted in the class; the module prints and checks itself."""

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        kernel = jax.random.normal(rngs.params(), (in_features, features))
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))

    @nnx.jit
    def __call__(self, x):
        return x @ self.kernel


def linear_no_bias(seed, x, features):
    model = LinearNoBias(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    print(model)
    assert list(nnx.state(model, nnx.Param)) == ["kernel"]
    return model(x)
