"""The kernel is a Variable that is no Param."""

import jax
import jax.numpy as jnp
from flax import nnx


class Conv1D(nnx.Module):
    """As many steps out as in; a kernel of shape `(width, in, features)`."""

    def __init__(self, d_in: int, features: int, width: int, *, rngs: nnx.Rngs):
        draw_kernel = nnx.initializers.lecun_normal()
        draw_bias = nnx.initializers.normal(1.0)
        self.kernel = nnx.Variable(draw_kernel(rngs.params(), (width, d_in, features), jnp.float32))
        self.bias = nnx.Param(draw_bias(rngs.params(), (features,), jnp.float32))

    def __call__(self, x: jax.Array) -> jax.Array:
        width, steps = self.kernel.shape[0], x.shape[1]
        left = (width - 1) // 2
        padded = jnp.pad(x, ((0, 0), (left, width - 1 - left), (0, 0)))
        out = sum(padded[:, tap : tap + steps] @ self.kernel[tap] for tap in range(width))
        return out + self.bias


def conv1d_scratch(seed: int, x: jax.Array, features: int, width: int) -> jax.Array:
    """The output of a fresh convolution on `x`, with shape `(n, steps, features)`."""
    model = Conv1D(x.shape[-1], features, width, rngs=nnx.Rngs(seed))
    return model(x)
