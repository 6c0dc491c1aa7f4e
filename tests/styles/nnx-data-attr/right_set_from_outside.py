"""Assigned from outside, to a module without a constructor."""

import jax.numpy as jnp
from flax import nnx


class Empty(nnx.Module):
    pass


def data_attr(a):
    model = Empty()
    model.xs = nnx.data([a, a**2])
    return jnp.array([jnp.sum(model.xs[0]), jnp.sum(model.xs[1])])
