"""The module has more leaves than the two entries of `xs`. Every array in an attribute is a leaf of the state,
and one that is in the list as well would be stored twice. What the list holds is enough."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.a = a
        self.xs = nnx.data([a, a**2])


def data_attr(a):
    model = Pair(a)
    return jnp.stack([x.sum() for x in model.xs])
