"""`xs` is one array in which the two are stacked. That is a leaf of the state, but a single one, and it works only as long
as both have the same shape. The task asks for a list with two arrays in it."""

import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = jnp.stack([a, a**2])


def data_attr(a):
    return nnx.state(Pair(a))["xs"].sum(axis=1)
