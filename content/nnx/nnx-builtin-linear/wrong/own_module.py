"""The numbers are right, and no `nnx.Linear` was built. This problem is about the ready-made linear layer:
build one, and tell it how its parameters start."""

# fact: checks

from flax import nnx


class Dense(nnx.Module):
    def __init__(self, in_features, features, *, rngs):
        self.kernel = nnx.Param(nnx.initializers.normal(0.02)(rngs.params(), (in_features, features)))
        self.bias = nnx.Param(nnx.initializers.ones(rngs.params(), (features,)))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def builtin_linear(seed, x, features):
    return Dense(x.shape[1], features, rngs=nnx.Rngs(seed))(x)
