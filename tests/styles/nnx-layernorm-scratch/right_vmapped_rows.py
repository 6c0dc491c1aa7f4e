"""The function for one row is mapped over the leading axes."""

import jax
import jax.numpy as jnp
from flax import nnx


class LayerNorm(nnx.Module):
    def __init__(self, d, eps):
        self.scale = nnx.Param(jnp.ones(d))
        self.bias = nnx.Param(jnp.zeros(d))
        self.eps = eps

    def __call__(self, x):
        def one(row):
            centred = row - row.mean()
            spread = jnp.sqrt((centred**2).mean() + self.eps)
            return self.scale[...] * centred / spread + self.bias[...]

        rows = x.reshape(-1, x.shape[-1])
        return jax.vmap(one)(rows).reshape(x.shape)


def layernorm_scratch(x, scale, bias, eps):
    norm = LayerNorm(x.shape[-1], eps)
    nnx.update(norm, {"scale": scale, "bias": bias})
    return norm(x)
