"""A new Param takes the place of the old one, and two modules share the work."""

import jax.numpy as jnp
from flax import nnx


class Root(nnx.Module):
    def __call__(self, h):
        return jnp.sqrt(jnp.mean(h * h, axis=h.ndim - 1, keepdims=True) + 1e-5)


class RMSNorm(nnx.Module):
    def __init__(self, dim):
        self.scale = nnx.Param(jnp.ones(dim))
        self.root = Root()

    def __call__(self, x):
        h = x.astype(jnp.promote_types(x.dtype, jnp.float32))
        return ((h / self.root(h)) * self.scale).astype(x.dtype)


def rmsnorm_scratch(x, weight):
    model = RMSNorm(len(weight))
    model.scale = nnx.Param(weight)
    return model(x)
