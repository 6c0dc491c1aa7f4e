"""GroupNorm by hand

The layer below works: for each example it takes one mean
and one variance over all positions and all channels
together. Extend it to `groups` of channels.
`groupnorm_scratch(x, scale, bias, groups, eps)` returns
what the layer gives for x.

- The channels are the last axis of x. They are cut into
  `groups` equally large groups of NEIGHBOURING channels.
- For each example and each group there is one mean and
  one variance, over all positions and over the channels
  of the group. As before, eps is added to the variance,
  under the root.
- scale and bias still have one number for each CHANNEL.
- The number of axes between the first and the last is
  any: (n, time, c) for sounds, (n, height, width, c) for
  images.

    x            float32 array of shape (n, ..., c)
    scale, bias  float32 arrays of shape (c,)
    groups       int that divides c
    eps          float
    returns      float32 array of the shape of x

The values are compared with the reference's. Besides, it
is checked that the module still has its two nnx.Params,
scale and bias, with what was given in them, that its
__call__ does the whole work, and that it uses no
normalising layer of Flax for it.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Norm(nnx.Module):
    def __init__(self, channels: int, eps: float):
        self.scale = nnx.Param(jnp.ones(channels))
        self.bias = nnx.Param(jnp.zeros(channels))
        self.eps = eps

    def __call__(self, x: jax.Array) -> jax.Array:
        # One group of all channels.
        axes = tuple(range(1, x.ndim))
        mean = x.mean(axis=axes, keepdims=True)
        var = x.var(axis=axes, keepdims=True)
        even = (x - mean) / jnp.sqrt(var + self.eps)
        return even * self.scale + self.bias


def groupnorm_scratch(
    x: jax.Array,
    scale: jax.Array,
    bias: jax.Array,
    groups: int,
    eps: float,
) -> jax.Array:
    norm = Norm(x.shape[-1], eps)
    norm.scale[...] = scale
    norm.bias[...] = bias
    return norm(x)
