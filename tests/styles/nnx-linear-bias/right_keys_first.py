"""Both keys are taken first, then used in the other order."""

import jax
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        first, second = rngs.params(), rngs.params()
        self.bias = nnx.Param(jax.random.normal(second, (features,)))
        self.kernel = nnx.Param(jax.random.normal(first, (in_features, features)) * in_features**-0.5)

    def __call__(self, x):
        return x @ self.kernel + self.bias


def linear_bias(seed, x, features):
    model = DrawnLinear(x.shape[1], int(features), rngs=nnx.Rngs(int(seed)))
    return model(x)
