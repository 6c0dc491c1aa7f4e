"""A module that counts how often it is called."""

import jax
import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    """Returns its input unchanged and adds one to `count`."""

    def __init__(self) -> None:
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x: jax.Array) -> jax.Array:
        self.count[...] += 1.0
        return x


def mutability_increment_count(seed: int, x: jax.Array, n_calls: int) -> jax.Array:
    """`[count, last_x.sum()]` after `n_calls` calls of one `CallCounter`."""
    model = CallCounter()
    for _ in range(n_calls):
        last_x = model(x)
    return jnp.stack([model.count[...], last_x.sum()])
