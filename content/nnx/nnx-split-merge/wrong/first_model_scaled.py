"""Both outputs come from scaled arrays, and no model holds what was drawn: the first model itself was changed.
The task wants a second model beside it. Make new arrays, and put them into a model of their own."""

# fact: has not nnx.merge(...)

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
    scaled = model
    scaled.linear.kernel[...] *= s
    scaled.linear.bias[...] *= s
    return jnp.stack([model(x), scaled(x)])
