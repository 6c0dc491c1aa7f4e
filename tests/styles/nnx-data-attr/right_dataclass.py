"""nnx.dataclass."""

import jax
import jax.numpy as jnp
from flax import nnx


@nnx.dataclass
class Pair(nnx.Module):
    xs: list = nnx.data()


def data_attr(a):
    model = Pair(xs=[a, a**2])
    return jnp.stack([leaf.sum() for leaf in jax.tree.leaves(nnx.state(model))])
