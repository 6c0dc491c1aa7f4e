"""The module is inside another."""

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a, a**2])


class Outer(nnx.Module):
    def __init__(self, a):
        self.inner = Pair(a)


def data_attr(a):
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(Outer(a)))])
