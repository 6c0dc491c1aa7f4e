"""A variable holds the list, so the state has one leaf, `xs`, and the attribute is no list. A variable is made
for one array. Mark the list as data; then each array in it is a leaf of its own."""

# fact: has nnx.Variable([...])

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.Variable([a, a**2])


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
