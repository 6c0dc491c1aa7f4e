"""Linear with a drawn bias

The module below has a kernel and no bias. Extend it, so that it has two
parameters, and is applied to a batch.

    kernel   nnx.Param of shape (in, features), drawn with the FIRST key of
             rngs.params(): jax.random.normal(key, (in, features)) / sqrt(in)
    bias     nnx.Param of shape (features,), drawn with the SECOND key of
             the same rngs: jax.random.normal(key, (features,))

The module's __call__ takes the batch x and returns x @ kernel + bias.

`linear_bias(seed, x, features)` builds the module with
`nnx.Rngs(seed)` and returns its output on x.

    seed      int
    x         float32 array of shape (n, in): a batch of n rows
    features  int
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

    def __call__(self, x: jax.Array) -> jax.Array:
        return x @ self.kernel


def linear_bias(
    seed: int,
    x: jax.Array,
    features: int,
) -> jax.Array:
    rngs = nnx.Rngs(seed)
    model = DrawnLinear(x.shape[1], features, rngs=rngs)
    return model(x)
