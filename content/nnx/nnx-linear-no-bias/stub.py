"""Bias-less linear module

Write an `nnx.Module` that multiplies its input by a matrix.

    kernel       an attribute: an nnx.Param of shape (in, features) that holds
                 jax.random.normal(rngs.params(), (in, features)) / sqrt(in)
    __call__(x)  returns x @ kernel; there is no bias

`linear_no_bias(seed, x, features)` builds the module with
`nnx.Rngs(seed)` and returns its output on x.

    seed      int
    x         float32 array of shape (in,)
    features  int
    returns   float32 array of shape (features,)

The values are compared with the reference's. Besides, it is checked that
kernel is an nnx.Param of shape (in, features), that its module has no other
nnx.Param, that the output depends on it, and that a call of the module gives
what your function returns.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class LinearNoBias(nnx.Module):
    def __init__(
        self,
        in_features: int,
        features: int,
        *,
        rngs: nnx.Rngs,
    ):
        raise NotImplementedError("draw the kernel and keep it in self.kernel")

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("return x times the kernel")


def linear_no_bias(
    seed: int,
    x: jax.Array,
    features: int,
) -> jax.Array:
    # In place of these zeros: build the module with nnx.Rngs(seed) and
    # return its output on x.
    return jnp.zeros(features)
