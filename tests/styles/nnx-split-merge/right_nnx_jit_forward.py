"""nnx.jit of the forward pass."""

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
    forward = nnx.jit(lambda m, x: m(x))
    graphdef, state = nnx.split(model)
    scaled = nnx.merge(graphdef, jax.tree.map(lambda a: s * a, state))
    return jnp.stack([forward(model, x), forward(scaled, x)])
