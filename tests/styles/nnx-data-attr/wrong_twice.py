"""Both entries are a."""

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a, a])


def data_attr(a):
    leaves = jax.tree.leaves(nnx.state(Pair(a)))
    return jnp.stack([leaves[0].sum(), (leaves[1] ** 2).sum()])
