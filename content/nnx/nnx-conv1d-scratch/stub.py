"""A convolution by hand

Write an nnx.Module that is a convolution over time.

    kernel  nnx.Param of shape (width, in, features), drawn
            first: nnx.initializers.lecun_normal() with the
            key rngs.params()
    bias    nnx.Param of shape (features,), drawn second:
            nnx.initializers.normal(1.0) with the next key

The output has as many steps as x, with "SAME" padding: zeros
around x, the same number at both ends. Where that cannot be,
because width is even, the end gets one more than the
beginning. Tap 0 sees the earliest step. The bias is added at
each step.

conv1d_scratch(seed, x, features, width) builds the module
with nnx.Rngs(seed) and returns what it gives for x.

    seed      int
    x         float32 array of shape (n, steps, in)
    features  int, how many output channels
    width     int, 1 or more, how many taps
    returns   float32 array of shape (n, steps, features)

The values are compared with the reference's. Besides, it is
checked that kernel and bias are nnx.Params of these shapes
that hold these numbers; that the output depends on both; and
that no convolution layer of Flax is used.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Conv1D(nnx.Module):
    def __init__(
        self,
        d_in: int,
        features: int,
        width: int,
        *,
        rngs: nnx.Rngs,
    ):
        raise NotImplementedError("draw kernel and bias")

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("pad, and add up the taps")


def conv1d_scratch(
    seed: int,
    x: jax.Array,
    features: int,
    width: int,
) -> jax.Array:
    model = Conv1D(
        x.shape[-1],
        features,
        width,
        rngs=nnx.Rngs(seed),
    )
    return model(x)
