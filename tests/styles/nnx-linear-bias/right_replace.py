"""The kernel is scaled with `Variable.replace`, which makes a new Param without its constructor."""

import jax
import jax.numpy as jnp
from flax import nnx


class Layer(nnx.Module):
    def __init__(self, inputs, outputs, *, rngs):
        drawn = nnx.Param(jax.random.normal(rngs.params(), (inputs, outputs)))
        self.kernel = drawn.replace(drawn[...] / jnp.sqrt(inputs))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), (outputs,)))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def linear_bias(seed, x, features):
    return Layer(x.shape[1], int(features), rngs=nnx.Rngs(int(seed)))(x)
