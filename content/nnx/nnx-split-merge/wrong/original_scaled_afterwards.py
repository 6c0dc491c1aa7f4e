"""The numbers are right, and no model is left that holds what was drawn: the first one was changed as well,
after its output had been taken. Writing into the Variables of a model changes it for all who hold it, so the
next call of the first model gives another answer. Leave its Variables alone and build the second one from
new arrays."""

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
    y = model(x)
    graphdef, state = nnx.split(model)
    scaled = nnx.merge(graphdef, state)
    scaled.linear.kernel[...] *= s
    scaled.linear.bias[...] *= s
    return jnp.stack([y, scaled(x)])
