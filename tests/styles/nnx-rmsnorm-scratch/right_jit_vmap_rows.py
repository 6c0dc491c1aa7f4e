"""Each row on its own under vmap, the call under nnx.jit, norm from jnp.linalg; old spelling .value for the write."""

import jax
import jax.numpy as jnp
from flax import nnx


class RMSNorm(nnx.Module):
    def __init__(self, dim: int, eps: float = 1e-5):
        self.dim, self.eps = dim, eps
        self.scale = nnx.Param(jnp.ones(dim))

    def __call__(self, x):
        scale = self.scale[...]

        def row(r):
            r32 = r.astype(jnp.float32)
            power = jnp.linalg.norm(r32) ** 2 / self.dim
            return (scale * r32 * jax.lax.rsqrt(power + self.eps)).astype(r.dtype)

        return jax.vmap(row)(x.reshape(-1, self.dim)).reshape(x.shape)


@nnx.jit
def run(norm, x):
    return norm(x)


def rmsnorm_scratch(x, weight):
    norm = RMSNorm(x.shape[-1])
    norm.scale.value = weight
    return run(norm, x)
