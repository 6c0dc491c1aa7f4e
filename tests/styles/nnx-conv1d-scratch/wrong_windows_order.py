"""The windows are flattened with the channels before the taps, the kernel with the taps before the channels."""

import jax
import jax.numpy as jnp
from flax import nnx


class Conv1D(nnx.Module):
    def __init__(self, d_in: int, features: int, width: int, *, rngs: nnx.Rngs):
        drawn = nnx.initializers.lecun_normal()(rngs.params(), (width, d_in, features))
        self.kernel = nnx.Param(drawn)
        self.bias = nnx.Param(nnx.initializers.normal(1.0)(rngs.params(), (features,)))

    def __call__(self, x: jax.Array) -> jax.Array:
        width, _, features = self.kernel.shape
        steps = x.shape[1]
        left = (width - 1) // 2
        padded = jnp.pad(x, ((0, 0), (left, width - 1 - left), (0, 0)))
        windows = jnp.stack([padded[:, t : t + steps] for t in range(width)], axis=-1)  # in before width
        flat = windows.reshape(*windows.shape[:2], -1)
        return flat @ self.kernel[...].reshape(-1, features) + self.bias


def conv1d_scratch(seed: int, x: jax.Array, features: int, width: int) -> jax.Array:
    return Conv1D(x.shape[-1], features, width, rngs=nnx.Rngs(seed))(x)
