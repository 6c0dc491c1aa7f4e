"""The result is a single number. The task asks for the sum of each array, in an array of shape `(2,)`."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a, a**2])


def data_attr(a):
    model = Pair(a)
    return sum(leaf.sum() for leaf in jax.tree.leaves(nnx.state(model)))
