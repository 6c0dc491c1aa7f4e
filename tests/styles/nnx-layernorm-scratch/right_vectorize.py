# The function for one row, as it is, made to work on all rows with jnp.vectorize; Params set with nnx.update.
import jax.numpy as jnp
from flax import nnx


def normalise(row, scale, bias, eps):
    centred = row - row.mean()
    spread = jnp.sqrt((centred**2).mean() + eps)
    return scale * centred / spread + bias


class RowNorm(nnx.Module):
    def __init__(self, d, eps):
        self.scale = nnx.Param(jnp.ones(d))
        self.bias = nnx.Param(jnp.zeros(d))
        self.eps = eps

    def __call__(self, x):
        one = jnp.vectorize(normalise, signature="(d),(d),(d),()->(d)")
        return one(x, self.scale[...], self.bias[...], self.eps)


def layernorm_scratch(x, scale, bias, eps):
    norm = RowNorm(x.shape[-1], eps)
    nnx.update(norm, nnx.State({"scale": nnx.Param(scale), "bias": nnx.Param(bias)}))
    return norm(x)
