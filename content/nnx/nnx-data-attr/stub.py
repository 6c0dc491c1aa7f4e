"""nnx.data: a list of arrays

This module keeps two arrays in an ordinary Python list, and NNX refuses
it. Fix it, and keep the list: an nnx.List will not do.

    constructor  takes the array a
    xs           attribute: a Python list of two entries, a and a ** 2, in
                 this order. Both are leaves of the module, for nnx.state
                 and for jax.tree.leaves, and it has no other leaves.

`data_attr(a)` builds one such module, takes the two arrays out of it, for
instance out of its nnx.state, and returns the sum of each.

    a        float32 array of shape (d,)
    returns  float32 array of shape (2,): the sum of a, the sum of a ** 2

The values are compared with the reference's. Besides, it is checked of a
module with an attribute `xs` that xs is of type list (nnx.List is not), that
nnx.state has exactly the leaves xs/0 and xs/1, which hold a and a ** 2, that
jax.tree.leaves of the module gives two leaves, and that the sums are those of
what xs holds. The entries may be bare arrays or be wrapped in a variable such
as nnx.Param.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a: jax.Array):
        self.xs = [a, a**2]


def data_attr(a: jax.Array) -> jax.Array:
    model = Pair(a)
    arrays = jax.tree.leaves(nnx.state(model))
    return jnp.stack([array.sum() for array in arrays])
