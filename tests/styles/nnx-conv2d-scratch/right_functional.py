"""A pure function of the state, with letters of its own."""

import jax
from flax import nnx


class Held(nnx.Module):
    def __init__(self, shape, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), shape))
        self.bias = nnx.Param(jax.random.normal(rngs.params(), shape[:1]))


def apply(params, x, stride):
    dims = ("NXYC", "OXYI", "NXYC")
    out = jax.lax.conv_general_dilated(x, params["kernel"], 2 * (stride,), "same".upper(), dimension_numbers=dims)
    return out + params["bias"].reshape(1, 1, 1, -1)


def conv2d_scratch(seed, x, features, kh, kw, stride):
    model = Held((features, kh, kw, x.shape[-1]), rngs=nnx.Rngs(seed))
    return jax.jit(apply, static_argnums=2)(nnx.to_pure_dict(nnx.state(model)), x, stride)
