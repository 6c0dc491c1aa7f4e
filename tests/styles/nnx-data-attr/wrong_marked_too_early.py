"""The mark is made, and the bare list is assigned."""

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        xs = [a, a**2]
        nnx.data(xs)
        self.xs = xs


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
