"""kernel and bias in modules of their own, one Rngs."""

import jax
import jax.numpy as jnp
from flax import nnx


class Times(nnx.Module):
    def __init__(self, n_in, n_out, *, rngs):
        self.kernel = nnx.Param(jax.random.normal(rngs.params(), (n_in, n_out)) / jnp.sqrt(n_in))

    def __call__(self, x):
        return x @ self.kernel


class Plus(nnx.Module):
    def __init__(self, n, *, rngs):
        self.bias = nnx.Param(jax.random.normal(rngs.params(), (n,)))

    def __call__(self, x):
        return x + self.bias


def linear_bias(seed, x, features):
    rngs = nnx.Rngs(int(seed))
    return nnx.Sequential(Times(x.shape[1], int(features), rngs=rngs), Plus(int(features), rngs=rngs))(x)
