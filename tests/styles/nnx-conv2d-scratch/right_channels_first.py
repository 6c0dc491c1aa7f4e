"""Everything is moved to the order of jax.lax.conv, and back."""

import jax
from flax import nnx


class Conv2D(nnx.Module):
    def __init__(self, shape, stride, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), shape))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), shape[:1]))
        self.stride = stride

    def __call__(self, x):
        out = jax.lax.conv(
            x.transpose(0, 3, 1, 2), self.kernel.transpose(0, 3, 1, 2), (self.stride, self.stride), "SAME"
        )
        return out.transpose(0, 2, 3, 1) + self.bias


def conv2d_scratch(seed, x, features, kh, kw, stride):
    return Conv2D((features, kh, kw, x.shape[-1]), stride, rngs=nnx.Rngs(seed))(x)
