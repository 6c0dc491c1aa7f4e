"""The padding is computed as in the NumPy program, the kernel transposed to HWIO; run under nnx.jit."""

import jax
import jax.numpy as jnp
from flax import nnx


def zeros_for(size, width, stride):
    total = max((-(-size // stride) - 1) * stride + width - size, 0)
    return total // 2, total - total // 2


class Conv2D(nnx.Module):
    def __init__(self, shape, stride, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), shape))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), shape[:1]))
        self.stride = stride

    def __call__(self, x):
        _, kh, kw, _ = self.kernel.shape
        pads = [zeros_for(x.shape[1], kh, self.stride), zeros_for(x.shape[2], kw, self.stride)]
        kernel = jnp.transpose(self.kernel.get_value(), (1, 2, 3, 0))
        numbers = jax.lax.conv_dimension_numbers(x.shape, kernel.shape, ("NHWC", "HWIO", "NHWC"))
        out = jax.lax.conv_general_dilated(x, kernel, [self.stride] * 2, pads, dimension_numbers=numbers)
        return out + self.bias.get_value()


def conv2d_scratch(seed, x, features, kh, kw, stride):
    model = Conv2D((features, kh, kw, x.shape[-1]), stride, rngs=nnx.Rngs(seed))
    return nnx.jit(lambda model, x: model(x))(model, x)
