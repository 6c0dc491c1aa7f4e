"""The taps are a module within the module, and the bias a second one."""

import jax.numpy as jnp
from flax import nnx


class Taps(nnx.Module):
    def __init__(self, width, d_in, features, rngs):
        self.kernel = nnx.Param(nnx.initializers.lecun_normal()(rngs.params(), (width, d_in, features), jnp.float32))

    def __call__(self, x):
        width = self.kernel.shape[0]
        total = width - 1
        x = jnp.pad(x, ((0, 0), (total // 2, total - total // 2), (0, 0)))
        out = x[:, : x.shape[1] - total] @ self.kernel[0]
        for tap in range(1, width):
            out += x[:, tap : x.shape[1] - total + tap] @ self.kernel[tap]
        return out


class Shift(nnx.Module):
    def __init__(self, features, rngs):
        self.bias = nnx.Param(nnx.initializers.normal(1.0)(rngs.params(), (features,), jnp.float32))

    def __call__(self, x):
        return x + self.bias


def conv1d_scratch(seed, x, features, width):
    rngs = nnx.Rngs(seed)
    return nnx.Sequential(Taps(width, x.shape[-1], features, rngs), Shift(features, rngs))(x)
