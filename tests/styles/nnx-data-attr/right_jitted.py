"""Built and summed in a jitted function."""

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a, a**2])


@jax.jit
def data_attr(a):
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(Pair(a)))])
