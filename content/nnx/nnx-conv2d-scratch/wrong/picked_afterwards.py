"""The zeros around `x` are those that a stride of 1 needs. With a larger stride `"SAME"` adds fewer of them, and the
kernel stops at different pixels. The same happens where a convolution with stride 1 is computed, and every
`stride`-th output is kept."""

# fact: checks

import jax
from flax import nnx


class Conv2D(nnx.Module):
    """A kernel of shape `(features, kh, kw, in)` over images with their channels last."""

    def __init__(self, shape: tuple[int, int, int, int], stride: int, *, rngs: nnx.Rngs):
        normal = jax.random.normal
        self.kernel = nnx.Param(normal(rngs.params(), shape))
        self.bias = nnx.Param(normal(rngs.params(), shape[:1]))
        self.stride = stride

    def __call__(self, x: jax.Array) -> jax.Array:
        out = jax.lax.conv_general_dilated(
            x,
            self.kernel[...],
            window_strides=(1, 1),
            padding="SAME",
            dimension_numbers=("NHWC", "OHWI", "NHWC"),
        )
        return out[:, :: self.stride, :: self.stride] + self.bias


def conv2d_scratch(seed: int, x: jax.Array, features: int, kh: int, kw: int, stride: int) -> jax.Array:
    """The output of a fresh convolution on `x`."""
    shape = (features, kh, kw, x.shape[-1])
    model = Conv2D(shape, stride, rngs=nnx.Rngs(seed))
    return model(x)
