"""A State is a mapping, and `*` with a number is not defined for it. The arrays are its leaves: apply the
multiplication to each of them with one of JAX's functions for trees."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


class Squash(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        random = nnx.initializers.normal(1.0)
        self.linear = nnx.Linear(din, dout, bias_init=random, rngs=rngs)

    def __call__(self, x):
        return jnp.tanh(self.linear(x))


def split_merge(seed, x, features, s):
    model = Squash(x.shape[1], features, rngs=nnx.Rngs(seed))
    graphdef, state = nnx.split(model)
    scaled = nnx.merge(graphdef, state * s)
    return jnp.stack([model(x), scaled(x)])
