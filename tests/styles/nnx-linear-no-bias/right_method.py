"""The work is a method that the call uses; the size is found out by the function."""

import jax
import jax.numpy as jnp
from flax import nnx


class Linear(nnx.Module):
    def __init__(self, shape, *, rngs):
        scale = jnp.sqrt(jnp.float32(shape[0]))
        self.kernel = nnx.Param(jnp.divide(jax.random.normal(rngs.params(), shape), scale))

    def project(self, x):
        return (x[:, None] * self.kernel).sum(0)

    def __call__(self, x):
        return self.project(x)


def linear_no_bias(seed, x, features):
    model = Linear((len(x), int(features)), rngs=nnx.Rngs(int(seed)))
    return nnx.jit(model.project.__func__)(model, x) * 0 + model(x)
