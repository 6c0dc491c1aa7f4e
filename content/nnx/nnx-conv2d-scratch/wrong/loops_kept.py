"""The numbers are right, and the loops are still there: each pixel is an operation of its own in the trace, and a
photo has a million of them. XLA has one operation for all."""

# fact: has for
# fact: has not jax.lax.conv_general_dilated(...)

import jax
import jax.numpy as jnp
from flax import nnx


class Conv2D(nnx.Module):
    def __init__(self, shape, stride, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), shape))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), shape[:1]))
        self.stride = stride

    def __call__(self, x):
        features, kh, kw, _ = self.kernel.shape
        stride = self.stride
        n, h, w, _ = x.shape
        rows, cols = -(-h // stride), -(-w // stride)
        up = max((rows - 1) * stride + kh - h, 0)
        left = max((cols - 1) * stride + kw - w, 0)
        x = jnp.pad(x, ((0, 0), (up // 2, up - up // 2), (left // 2, left - left // 2), (0, 0)))
        out = jnp.empty((n, rows, cols, features))
        for i in range(rows):
            for j in range(cols):
                window = x[:, i * stride : i * stride + kh, j * stride : j * stride + kw]
                out = out.at[:, i, j].set(jnp.einsum("nhwi,ohwi->no", window, self.kernel[...]))
        return out + self.bias


def conv2d_scratch(seed, x, features, kh, kw, stride):
    return Conv2D((features, kh, kw, x.shape[-1]), stride, rngs=nnx.Rngs(seed))(x)
