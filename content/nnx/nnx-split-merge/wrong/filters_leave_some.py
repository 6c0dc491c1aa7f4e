"""`nnx.split` must be able to put the model together again, so every leaf needs a place, and some leaves match
none of your filters. End the filters with `...`, which takes the rest."""

# fact: checks

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
    model = Squash(x.shape[1], features, rngs=nnx.Rngs(seed))
    graphdef, state = nnx.split(model, nnx.PathContains("kernel"))
    scaled = nnx.merge(graphdef, jax.tree.map(lambda array: s * array, state))
    return jnp.stack([model(x), scaled(x)])
