"""A list of Linears, one for each tap, whose kernels come from one Param."""

import jax.numpy as jnp
from flax import nnx


class Conv1D(nnx.Module):
    def __init__(self, d_in, features, width, *, rngs):
        init = nnx.initializers.lecun_normal()
        self.kernel = nnx.Param(init(rngs.params(), (width, d_in, features), jnp.float32))
        self.bias = nnx.Param(
            jnp.zeros(features) + nnx.initializers.normal(1.0)(rngs.params(), (features,), jnp.float32)
        )

    def __call__(self, x):
        out = jnp.zeros((*x.shape[:2], self.bias.shape[0])) + self.bias[...]
        left = (len(self.kernel) - 1) // 2
        for tap, matrix in enumerate(self.kernel[...]):
            shift = tap - left
            moved = jnp.zeros_like(x)
            if abs(shift) < x.shape[1]:
                if shift >= 0:
                    moved = moved.at[:, : x.shape[1] - shift].set(x[:, shift:])
                else:
                    moved = moved.at[:, -shift:].set(x[:, :shift])
            out = out + moved @ matrix
        return out


def conv1d_scratch(seed, x, features, width):
    return Conv1D(x.shape[-1], features, width, rngs=nnx.Rngs(seed))(x)
