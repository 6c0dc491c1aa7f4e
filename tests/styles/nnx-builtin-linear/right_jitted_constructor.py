"""Built in a jitted function."""

from flax import nnx


def builtin_linear(seed, x, features):
    @nnx.jit
    def build(rngs):
        init = nnx.initializers
        return nnx.Linear(x.shape[1], int(features), kernel_init=init.normal(0.02), bias_init=init.ones, rngs=rngs)

    return build(nnx.Rngs(int(seed)))(x)
