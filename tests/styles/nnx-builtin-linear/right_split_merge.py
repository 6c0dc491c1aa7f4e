"""Split and applied under jax.jit."""

import jax
from flax import nnx


def builtin_linear(seed, x, features):
    init = nnx.initializers
    layer = nnx.Linear(
        x.shape[1], int(features), kernel_init=init.normal(0.02), bias_init=init.ones, rngs=nnx.Rngs(int(seed))
    )
    graphdef, state = nnx.split(layer)

    @jax.jit
    def apply(state, x):
        return nnx.merge(graphdef, state)(x)

    return apply(state, x)
