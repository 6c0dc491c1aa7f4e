"""The State times a number."""

import jax
import jax.numpy as jnp
from flax import nnx


class Squash(nnx.Module):
    def __init__(self, din: int, dout: int, *, rngs: nnx.Rngs):
        random = nnx.initializers.normal(1.0)
        self.linear = nnx.Linear(din, dout, bias_init=random, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return jnp.tanh(self.linear(x))


def split_merge(seed, x, features, s):
    model = Squash(x.shape[1], int(features), rngs=nnx.Rngs(int(seed)))
    graphdef, state = nnx.split(model)
    return jnp.stack([model(x), nnx.merge(graphdef, state * s)(x)])
