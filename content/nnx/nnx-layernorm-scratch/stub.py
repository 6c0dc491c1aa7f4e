"""LayerNorm by hand

Port this NumPy function, which normalises ONE row:

    def layernorm(row, scale, bias, eps):
        centred = row - row.mean()
        spread = np.sqrt((centred**2).mean() + eps)
        return scale * centred / spread + bias

to an nnx.Module.

    scale, bias  attributes: nnx.Params of shape (d,)
    __call__(x)  takes an array with ANY number of axes,
                 the last one of length d, and does to
                 each row along the last axis what the
                 function does to `row`

`layernorm_scratch(x, scale, bias, eps)` builds one such
module, with these values in its Params, and returns what
a call of it gives for x. There is no loop over rows.

    x            float32 array of shape (d,), (n, d),
                 (n, t, d) or more
    scale, bias  float32 arrays of shape (d,), from a
                 trained model
    eps          float
    returns      float32 array of the shape of x

The values are compared with the reference's. Besides, it
is checked that scale and bias of the module are
nnx.Params and hold what was given, that what you return
is what a call of the module gives, and that no
normalising layer of Flax does the work.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class LayerNorm(nnx.Module):
    def __init__(self, d: int, eps: float):
        self.scale = nnx.Param(jnp.ones(d))
        self.bias = nnx.Param(jnp.zeros(d))
        self.eps = eps

    def __call__(self, x: jax.Array) -> jax.Array:
        # In place of x: each row of it, normalised.
        return x


def layernorm_scratch(
    x: jax.Array,
    scale: jax.Array,
    bias: jax.Array,
    eps: float,
) -> jax.Array:
    norm = LayerNorm(x.shape[-1], eps)
    norm.scale[...] = scale
    norm.bias[...] = bias
    return norm(x)
