"""Both outputs come out of a model, and at the end no model holds the scaled arrays. Where the first model is
changed for the second output, and changed back, a call of it in between gives a different answer. Give the
scaled arrays to a model of their own."""

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
    state = nnx.state(model)
    kept = jax.tree.map(lambda array: array, state)
    y = model(x)
    nnx.update(model, jax.tree.map(lambda array: s * array, kept))
    z = model(x)
    nnx.update(model, kept)
    return jnp.stack([y, z])
