"""The map under jax.jit, model arguments."""

import jax
import jax.numpy as jnp
from flax import nnx


class Squash(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        random = nnx.initializers.normal(1.0)
        self.linear = nnx.Linear(din, dout, bias_init=random, rngs=rngs)

    def __call__(self, x):
        return jnp.tanh(self.linear(x))


def split_merge(seed, x, features, s):
    model = Squash(x.shape[1], int(features), rngs=nnx.Rngs(int(seed)))

    @jax.jit
    def times(state, s):
        return jax.tree.map(lambda a: s * a, state)

    graphdef, state = nnx.split(model)
    scaled = nnx.merge(graphdef, times(state, s))
    return jnp.stack([model(x), scaled(x)])
