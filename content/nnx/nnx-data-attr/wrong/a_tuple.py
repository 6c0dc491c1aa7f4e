"""The mark is right, and what is marked is a tuple. The task asks for a list, which can be appended to and
changed in its place."""

# fact: has nnx.data((_, ...))

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data((a, a**2))


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
