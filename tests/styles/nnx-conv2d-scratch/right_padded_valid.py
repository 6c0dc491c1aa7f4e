"""Jnp.pad, then VALID; a plain function does the work, the module holds the numbers."""

import jax
import jax.numpy as jnp
from flax import nnx


def convolve(x, kernel, stride):
    pads = [(0, 0)]
    for size, width in zip(x.shape[1:3], kernel.shape[1:3], strict=True):
        more = max((-(-size // stride) - 1) * stride + width - size, 0)
        pads.append((more // 2, (more + 1) // 2))
    x = jnp.pad(x, [*pads, (0, 0)])
    return jax.lax.conv_general_dilated(
        x, kernel, (stride, stride), "VALID", dimension_numbers=("NABC", "OABI", "NABC")
    )


class Conv2D(nnx.Module):
    def __init__(self, shape, stride, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), shape))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), shape[:1]))
        self.stride = stride

    def __call__(self, x):
        return convolve(x, self.kernel[...], self.stride) + self.bias


def conv2d_scratch(seed, x, features, kh, kw, stride):
    return Conv2D((features, kh, kw, x.shape[-1]), stride, rngs=nnx.Rngs(seed))(x)
