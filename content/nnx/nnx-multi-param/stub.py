"""Param, Param, Variable

This module gives the right output, and would be trained wrongly: an
optimizer would move its count, and would leave its bias at zero. Fix the
roles of its three attributes.

    kernel   nnx.Param of shape (in, features):
             jax.random.normal(rngs.params(), (in, features)) / sqrt(in)
    bias     nnx.Param of shape (features,), zeros
    count    nnx.Variable that is not an nnx.Param, holding 0.0;
             the forward pass leaves it alone

Calling the module on x gives x @ kernel + bias.

`multi_param_forward(seed, x, features)` builds the module with
`nnx.Rngs(seed)` and returns its output on x.

    seed      int
    x         float32 array of shape (in,)
    features  int
    returns   float32 array of shape (features,)

The values are compared with the reference's. Besides, it is checked that
kernel and bias are nnx.Params of these shapes, that count is a variable but
no Param, that it still holds 0.0, a float, at the end, and that the output
depends on kernel and bias.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class CountingLinear(nnx.Module):
    def __init__(
        self,
        in_features: int,
        features: int,
        *,
        rngs: nnx.Rngs,
    ):
        shape = (in_features, features)
        kernel = jax.random.normal(rngs.params(), shape)
        self.kernel = nnx.Param(kernel / jnp.sqrt(in_features))
        self.bias = nnx.Variable(jnp.zeros(features))
        self.count = nnx.Param(jnp.zeros(()))

    def __call__(self, x: jax.Array) -> jax.Array:
        return x @ self.kernel + self.bias


def multi_param_forward(
    seed: int,
    x: jax.Array,
    features: int,
) -> jax.Array:
    rngs = nnx.Rngs(seed)
    model = CountingLinear(x.shape[0], features, rngs=rngs)
    return model(x)
