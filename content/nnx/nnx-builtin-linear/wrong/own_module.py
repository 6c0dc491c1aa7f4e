"""The numbers are right, and they come from another module than the task asks for: one of your own, or
another one of Flax's. This problem is about the ready-made linear layer: build an `nnx.Linear` and tell it
how its parameters start."""

from flax import nnx


class Dense(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        self.kernel = nnx.Param(nnx.initializers.normal(0.02)(rngs.params(), (in_features, features)))
        self.bias = nnx.Param(nnx.initializers.ones(rngs.params(), (features,)))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def builtin_linear(seed, x, features):
    return Dense(x.shape[1], int(features), rngs=nnx.Rngs(int(seed)))(x)
