"""A bare list counts as configuration. NNX finds arrays in it and refuses, since they would be missing from the
state. Say that this attribute is data: there is a function for it, which goes around the list."""

# fact: has self.xs = [_, ...]

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = [a, a**2]


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
