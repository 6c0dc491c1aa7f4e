"""`nnx.state` finds the arrays, but to JAX the module is one opaque leaf, as with `pytree=False`: `jax.jit`,
`jax.tree.map` and everything else that works on trees cannot look into it. Leave it a pytree, and say what
the list is."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module, pytree=False):
    def __init__(self, a):
        self.xs = [a, a**2]


def data_attr(a):
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
