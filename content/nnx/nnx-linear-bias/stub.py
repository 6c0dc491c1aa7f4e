"""Linear with a drawn bias

Write an `nnx.Module` with two parameters, and apply it to a batch.

    kernel   nnx.Param of shape (in, features), drawn with the FIRST key of
             rngs.params(): jax.random.normal(key, (in, features)) / sqrt(in)
    bias     nnx.Param of shape (features,), drawn with the SECOND key of
             the same rngs: jax.random.normal(key, (features,))

The module's __call__ takes the batch x and returns x @ kernel + bias.

`linear_bias(seed, x, features)` builds the module with
`nnx.Rngs(int(seed))` and returns its output on x.

    seed      float, a whole number: cast it with int()
    x         float32 array of shape (n, in): a batch of n rows
    features  float, a whole number: cast it with int()
    returns   float32 array of shape (n, features)

The values are compared with the reference's. Besides, it is checked that
kernel and bias are nnx.Params of these shapes, that the output depends on
both, and that a call of the module gives what your function returns.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class DrawnLinear(nnx.Module):
    def __init__(self, in_features: int, features: int, *, rngs: nnx.Rngs):
        raise NotImplementedError("draw the kernel, then the bias")

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("compute x @ kernel + bias")


def linear_bias(
    seed: float,
    x: jax.Array,
    features: float,
) -> jax.Array:
    # In place of these zeros: build the module with nnx.Rngs(int(seed)) and
    # return its output on x.
    return jnp.zeros((x.shape[0], int(features)))
