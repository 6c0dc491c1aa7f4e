"""PyTorch's padding, half the kernel at both sides whatever the stride."""

import jax
from flax import nnx


class Conv2D(nnx.Module):
    def __init__(self, shape: tuple[int, int, int, int], stride: int, *, rngs: nnx.Rngs):
        normal = jax.random.normal
        self.kernel = nnx.Param(normal(rngs.params(), shape))
        self.bias = nnx.Param(normal(rngs.params(), shape[:1]))
        self.stride = stride

    def __call__(self, x: jax.Array) -> jax.Array:
        _, kh, kw, _ = self.kernel.shape
        pads = [((kh - 1) // 2, kh // 2), ((kw - 1) // 2, kw // 2)]
        out = jax.lax.conv_general_dilated(
            x, self.kernel[...], (self.stride,) * 2, pads, dimension_numbers=("NHWC", "OHWI", "NHWC")
        )
        return out + self.bias


def conv2d_scratch(seed: int, x: jax.Array, features: int, kh: int, kw: int, stride: int) -> jax.Array:
    shape = (features, kh, kw, x.shape[-1])
    model = Conv2D(shape, stride, rngs=nnx.Rngs(seed))
    return model(x)
