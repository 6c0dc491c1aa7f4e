"""Marked in the class."""

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    xs: list = nnx.data()

    def __init__(self, a):
        self.xs = [a, a**2]


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
