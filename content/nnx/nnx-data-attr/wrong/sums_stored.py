"""The list holds the two sums, not the two arrays. Whoever has the module can never get the arrays back. Keep them in
the list as they are, and sum up what you find in the state."""

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a.sum(), (a**2).sum()])


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
