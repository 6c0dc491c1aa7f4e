"""An entry of the list has another shape than `a`, though the sums agree. Code that has the module cannot get
the arrays back from their sums. Keep the arrays in the list as they are, and sum up what you find in the
state."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a.sum(), (a**2).sum()])


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
