"""vmap over the scale."""

import jax
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
    graphdef, state = nnx.split(model)

    def apply(scale):
        return nnx.merge(graphdef, jax.tree.map(lambda a: scale * a, state))(x)

    return jax.vmap(apply)(jnp.array([1.0, s]))
