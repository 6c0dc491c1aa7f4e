"""Each tap is drawn alone, with a key of its own: the shape is right, the spread and the numbers are not."""

import jax
import jax.numpy as jnp
from flax import nnx


class Conv1D(nnx.Module):
    def __init__(self, d_in: int, features: int, width: int, *, rngs: nnx.Rngs):
        init = nnx.initializers.lecun_normal()
        taps = [init(rngs.params(), (d_in, features)) for _ in range(width)]
        self.kernel = nnx.Param(jnp.stack(taps))
        self.bias = nnx.Param(nnx.initializers.normal(1.0)(rngs.params(), (features,)))

    def __call__(self, x: jax.Array) -> jax.Array:
        width, steps = self.kernel.shape[0], x.shape[1]
        left = (width - 1) // 2
        padded = jnp.pad(x, ((0, 0), (left, width - 1 - left), (0, 0)))
        return sum(padded[:, tap : tap + steps] @ self.kernel[tap] for tap in range(width)) + self.bias


def conv1d_scratch(seed: int, x: jax.Array, features: int, width: int) -> jax.Array:
    return Conv1D(x.shape[-1], features, width, rngs=nnx.Rngs(seed))(x)
