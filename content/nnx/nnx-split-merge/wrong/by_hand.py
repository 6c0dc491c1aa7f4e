"""At the end no model holds the scaled arrays, though both outputs are right. Written out by hand, the second
output is a line for one layer; for a real network it is the forward pass written twice, and the second copy
drifts from the first. Give the scaled arrays to a module of their own and call it."""

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
    kernel, bias = model.linear.kernel[...], model.linear.bias[...]
    return jnp.stack([model(x), jnp.tanh(x @ (s * kernel) + s * bias)])
