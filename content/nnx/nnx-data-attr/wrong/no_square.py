"""The sums are right, and the second entry of `xs` does not hold `a ** 2`. Code that has the model and asks it
for the square gets something else. Keep the square itself in the list."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a, a])


def data_attr(a):
    model = Pair(a)
    return jnp.stack([model.xs[0].sum(), (model.xs[1] ** 2).sum()])
