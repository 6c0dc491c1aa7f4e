"""`jax.tree.map` does not stop at the layers: the leaves of a module are its arrays, and an array cannot be
called. Loop over the names and the heads in the way of a dict, and build the result from that."""

# fact: has jax.tree.map(...)

import jax
from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))

    def __call__(self, x):
        return jax.tree.map(lambda head: head(x), self.heads)


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(seed))(x)
