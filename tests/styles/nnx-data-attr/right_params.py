"""The entries are Params."""

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([nnx.Param(a), nnx.Param(a**2)])


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
