"""The second output is `s` times the first. For a linear layer alone that would be right, but `tanh` comes
after it, and s times a bent value is not the bent value of s times as much. Build a second model from the
scaled arrays and let it compute its own output."""

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
    return jnp.stack([y, s * y])
