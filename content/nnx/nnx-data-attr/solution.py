"""A Python list whose arrays are a part of the model's state."""

import jax
import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    """Keeps an array and its square in a list."""

    def __init__(self, a: jax.Array):
        self.xs = nnx.data([a, a**2])


def data_attr(a: jax.Array) -> jax.Array:
    model = Pair(a)
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
