"""The sums are those of the argument."""

import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a, a**2])


def data_attr(a):
    model = Pair(a)
    nnx.state(model)
    return jnp.stack([jnp.sum(v) for v in (a, a**2)])
