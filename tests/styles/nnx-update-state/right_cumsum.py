"""A running sum in the state that goes back."""

import jax
import jax.numpy as jnp
from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    state = nnx.state(layer, nnx.PathContains("bias"))
    state = jax.tree.map(lambda b: jnp.cumsum(jnp.ones_like(b)) - 1, state)
    nnx.update(layer, state)
    return nnx.jit(lambda m, x: m(x))(layer, x)
