"""The entries of `xs` are in the other order, and so are the sums: `a` comes first, its square second."""

# fact: has [_ ** 2, _]

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a**2, a])


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
