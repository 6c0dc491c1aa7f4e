"""A method gives the sums of the flat state."""

import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a, a**2])

    def sums(self):
        return jnp.stack([value.sum() for _, value in nnx.to_flat_state(nnx.state(self))])


def data_attr(a):
    return Pair(a).sums()
