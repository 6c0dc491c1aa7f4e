"""Scaled in place and put back: no second model."""

import jax.numpy as jnp
from flax import nnx


class Squash(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        random = nnx.initializers.normal(1.0)
        self.linear = nnx.Linear(din, dout, bias_init=random, rngs=rngs)

    def __call__(self, x):
        return jnp.tanh(self.linear(x))


def split_merge(seed, x, features, s):
    model = Squash(x.shape[1], int(features), rngs=nnx.Rngs(int(seed)))
    y = model(x)
    k, b = model.linear.kernel[...], model.linear.bias[...]
    model.linear.kernel[...], model.linear.bias[...] = k * s, b * s
    z = model(x)
    model.linear.kernel[...], model.linear.bias[...] = k, b
    return jnp.stack([y, z])
