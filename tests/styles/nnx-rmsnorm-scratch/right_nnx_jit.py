"""The call is compiled by nnx.jit, and the norm is computed by vmap over rows."""

import jax
import jax.numpy as jnp
from flax import nnx


class RMSNorm(nnx.Module):
    def __init__(self, dim, eps=1e-5):
        self.scale = nnx.Param(jnp.ones((dim,), jnp.float32))
        self.eps = eps

    def _row(self, row):
        return row / jnp.sqrt(jnp.dot(row, row) / row.size + self.eps)

    @nnx.jit
    def __call__(self, x):
        rows = x.reshape(-1, x.shape[-1]).astype(jnp.float32)
        return (jax.vmap(self._row)(rows) * self.scale).reshape(x.shape).astype(x.dtype)


def rmsnorm_scratch(x, weight):
    model = RMSNorm(x.shape[-1])
    model.scale[...] = weight
    return model(x)
