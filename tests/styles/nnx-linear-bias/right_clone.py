"""The Param is scaled in place and then cloned."""

import jax
import jax.numpy as jnp
from flax import nnx


class Layer(nnx.Module):
    def __init__(self, inputs, outputs, *, rngs):
        drawn = nnx.Param(jax.random.normal(rngs.params(), (inputs, outputs)))
        drawn[...] /= jnp.sqrt(inputs)
        self.kernel = nnx.clone(drawn)
        self.bias = nnx.Param(jax.random.normal(rngs.params(), (outputs,)))

    def __call__(self, x):
        return x @ self.kernel + self.bias


def linear_bias(seed, x, features):
    return Layer(x.shape[1], int(features), rngs=nnx.Rngs(int(seed)))(x)
