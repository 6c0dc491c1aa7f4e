"""Both outputs come from scaled arrays. `nnx.merge` puts the Variables of the State into the new module, and if
these are the Variables of the first model, there are two modules and one set of arrays. What is written into
the second is written into the first. Make new arrays before you merge, or merge a copy."""

# fact: has nnx.merge(...)
# fact: has not jax.tree.map(...)

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
    scaled = nnx.merge(graphdef, state)
    scaled.linear.kernel[...] *= s
    scaled.linear.bias[...] *= s
    return jnp.stack([model(x), scaled(x)])
