"""A list of two sums."""

import jax
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a, a**2])


def data_attr(a):
    model = Pair(a)
    return list([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
