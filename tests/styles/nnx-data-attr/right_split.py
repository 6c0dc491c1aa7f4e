"""nnx.split, pure dict, class inside the function."""

import jax
import jax.numpy as jnp
from flax import nnx


def data_attr(a):
    class Pair(nnx.Module):
        def __init__(self):
            self.xs = nnx.data([a, a**2])

    _, state = nnx.split(Pair())
    return jnp.stack(jax.tree.leaves(jax.tree.map(jnp.sum, nnx.to_pure_dict(state))))
