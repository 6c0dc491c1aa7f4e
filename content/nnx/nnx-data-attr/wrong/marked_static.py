"""`nnx.static` says that the list is configuration, the opposite of what is wanted, and NNX refuses since there
are arrays in it. Mark it as data."""

# fact: has nnx.static(_)

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.static([a, a**2])


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
