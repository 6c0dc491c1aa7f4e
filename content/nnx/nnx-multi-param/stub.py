"""Param, Param, Variable

Write an `nnx.Module` with three attributes, and apply it to x.

    kernel   nnx.Param of shape (in, features):
             jax.random.normal(rngs.params(), (in, features)) / sqrt(in)
    bias     nnx.Param of shape (features,), zeros
    count    nnx.Variable that is not an nnx.Param, holding 0.0;
             the forward pass leaves it alone

Calling the module on x gives x @ kernel + bias.

`multi_param_forward(seed, x, features)` builds the module with
`nnx.Rngs(int(seed))` and returns its output on x.

    seed      float, a whole number: cast it with int()
    x         float32 array of shape (in,)
    features  float, a whole number: cast it with int()
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
    def __init__(self, in_features: int, features: int, *, rngs: nnx.Rngs):
        raise NotImplementedError("create the kernel, the bias and the count")

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("compute x @ kernel + bias")


def multi_param_forward(
    seed: float,
    x: jax.Array,
    features: float,
) -> jax.Array:
    # In place of these zeros: build the module with nnx.Rngs(int(seed)) and
    # return its output on x.
    return jnp.zeros(int(features))
