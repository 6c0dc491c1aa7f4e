"""A second model with the structure of the first and all of its arrays scaled."""

import jax
import jax.numpy as jnp
from flax import nnx


class Squash(nnx.Module):
    """A linear layer and tanh."""

    def __init__(self, din: int, dout: int, *, rngs: nnx.Rngs):
        random = nnx.initializers.normal(1.0)
        self.linear = nnx.Linear(din, dout, bias_init=random, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return jnp.tanh(self.linear(x))


def split_merge(seed: int, x: jax.Array, features: int, s: float) -> jax.Array:
    """The outputs on `x` of a new `Squash`, and of one whose arrays are `s` times as large."""
    model = Squash(x.shape[1], features, rngs=nnx.Rngs(seed))
    graphdef, state = nnx.split(model)
    scaled = nnx.merge(graphdef, jax.tree.map(lambda array: s * array, state))
    return jnp.stack([model(x), scaled(x)])
