"""The kernel is transposed, and the padding stated in numbers."""

import jax
import jax.numpy as jnp
from flax import nnx


class Conv2D(nnx.Module):
    def __init__(self, shape, stride, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), shape))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), shape[:1]))
        self.stride = stride

    def __call__(self, x):
        pads = []
        for size, k in zip(x.shape[1:3], self.kernel.shape[1:3], strict=True):
            total = max((-(-size // self.stride) - 1) * self.stride + k - size, 0)
            pads.append((total // 2, total - total // 2))
        kernel = jnp.transpose(self.kernel[...], (1, 2, 3, 0))
        dims = jax.lax.conv_dimension_numbers(x.shape, kernel.shape, ("NHWC", "HWIO", "NHWC"))
        return jax.lax.conv_general_dilated(x, kernel, [self.stride] * 2, pads, dimension_numbers=dims) + self.bias


def conv2d_scratch(seed, x, features, kh, kw, stride):
    return Conv2D((features, kh, kw, x.shape[-1]), stride, rngs=nnx.Rngs(seed))(x)
