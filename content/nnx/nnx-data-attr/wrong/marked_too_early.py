"""`nnx.data` does not give the list back. It gives a note for the attribute that it is assigned to, and the
attribute then holds the list; a note has no `append` and no entries. Fill the list first and mark it where
you assign it, or append to the attribute afterwards."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        xs = nnx.data([])
        xs.append(a)
        xs.append(a**2)
        self.xs = xs


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
