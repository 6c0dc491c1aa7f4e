"""RMSNorm, ported from PyTorch

Port this module to NNX:

    class RMSNorm(torch.nn.Module):
        def __init__(self, dim, eps=1e-5):
            super().__init__()
            self.scale = torch.nn.Parameter(torch.ones(dim))
            self.eps = eps

        def forward(self, x):
            h = x.float()
            power = h.pow(2).mean(-1, keepdim=True)
            h = h * torch.rsqrt(power + self.eps)
            return (h * self.scale.float()).type_as(x)

In PyTorch float() gives float32, and h.type_as(x) is h in
the dtype of x.

rmsnorm_scratch(x, weight) builds one such module, puts the
trained weight into its scale, and returns what the module
gives for x.

    x        float32 or float16 array of shape (..., dim),
             with any number of axes in front
    weight   float32 array of shape (dim,)
    returns  an array of the shape and the dtype of x

The values are compared with the reference's. Besides, it is
checked that attribute scale of a module is an nnx.Param of
shape (dim,) that holds weight at the end; if the module has
a __call__, that your function returns what that gives for x;
and that you write the formula yourself, with no nnx.RMSNorm
or nnx.LayerNorm.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class RMSNorm(nnx.Module):
    def __init__(self, dim: int, eps: float = 1e-5):
        self.scale = nnx.Param(jnp.ones(dim))
        self.eps = eps

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("port forward")


def rmsnorm_scratch(x: jax.Array, weight: jax.Array) -> jax.Array:
    raise NotImplementedError("build, load the weight, call")
