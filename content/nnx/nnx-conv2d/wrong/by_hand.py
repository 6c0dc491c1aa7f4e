"""The numbers are right, and no `nnx.Conv` computes them. The task is to mend the layer of the stub: keep the
`nnx.Conv`, and give it the right kernel."""

# fact: has not nnx.Conv(...)

import jax
import jax.numpy as jnp
from flax import nnx


class Listener(nnx.Module):
    def __init__(self, channels, features, *, rngs):
        init = nnx.initializers.lecun_normal()
        self.kernel = nnx.Param(init(rngs.params(), (5, 3, channels, features), jnp.float32))
        self.bias = nnx.Param(jnp.zeros(features))

    def __call__(self, x):
        dims = ("NHWC", "HWIO", "NHWC")
        out = jax.lax.conv_general_dilated(x, self.kernel[...], (1, 1), "SAME", dimension_numbers=dims)
        return out + self.bias


def conv2d(seed, x, features):
    return Listener(x.shape[-1], features, rngs=nnx.Rngs(seed))(x)
