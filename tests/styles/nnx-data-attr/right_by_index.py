"""Reads the state by key and index."""

import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a, a**2])


def data_attr(a):
    state = nnx.state(Pair(a))
    return jnp.stack([state["xs"][i].sum() for i in (0, 1)])
