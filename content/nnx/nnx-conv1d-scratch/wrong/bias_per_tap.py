"""The bias is added once for each tap, so it counts `width` times. It is added once at each step of the output, after
the sum over the taps."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Conv1D(nnx.Module):
    def __init__(self, d_in: int, features: int, width: int, *, rngs: nnx.Rngs):
        self.kernel = nnx.Param(nnx.initializers.lecun_normal()(rngs.params(), (width, d_in, features)))
        self.bias = nnx.Param(nnx.initializers.normal(1.0)(rngs.params(), (features,)))

    def __call__(self, x: jax.Array) -> jax.Array:
        width, steps = self.kernel.shape[0], x.shape[1]
        left = (width - 1) // 2
        padded = jnp.pad(x, ((0, 0), (left, width - 1 - left), (0, 0)))
        out = 0.0
        for tap in range(width):
            out += padded[:, tap : tap + steps] @ self.kernel[tap] + self.bias
        return out


def conv1d_scratch(seed: int, x: jax.Array, features: int, width: int) -> jax.Array:
    return Conv1D(x.shape[-1], features, width, rngs=nnx.Rngs(seed))(x)
