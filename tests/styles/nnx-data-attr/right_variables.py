"""The entries are variables of a type of one's own; the sums come from a pure dict."""

import jax.numpy as jnp
from flax import nnx


class Kept(nnx.Variable):
    pass


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([Kept(a), Kept(a * a)])


def data_attr(a):
    pure = nnx.to_pure_dict(nnx.state(Pair(a), Kept))
    return jnp.stack([jnp.sum(pure["xs"][0]), jnp.sum(pure["xs"][1])])
