"""Built by a comprehension, passed through nnx.jit."""

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a**power for power in (1, 2)])


@nnx.jit
def sums(model):
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])


def data_attr(a):
    return sums(Pair(a))
