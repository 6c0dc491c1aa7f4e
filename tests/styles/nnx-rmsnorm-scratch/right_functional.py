"""Split, filled with an update of the state, merged."""

import jax
import jax.numpy as jnp
from flax import nnx


class RMSNorm(nnx.Module):
    def __init__(self, dim, eps=1e-5):
        self.scale = nnx.Param(jnp.ones(dim))
        self.eps = eps

    def __call__(self, x):
        h = x.astype(jnp.float32)
        power = jnp.square(h).mean(axis=-1, keepdims=True)
        return jnp.asarray(h * jax.lax.rsqrt(power + self.eps) * self.scale[...], x.dtype)


def rmsnorm_scratch(x, weight):
    model = RMSNorm(x.shape[-1])
    nnx.update(model, {"scale": weight})
    graphdef, state = nnx.split(model)
    return nnx.merge(graphdef, state)(x)
