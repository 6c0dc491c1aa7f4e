"""Map over Variables as leaves, raw arrays in the State."""

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
    graphdef, state = nnx.split(model)
    raw = jax.tree.map(lambda v: v[...] * s, state, is_leaf=lambda v: isinstance(v, nnx.Variable))
    scaled = nnx.merge(graphdef, raw)
    return jnp.stack([model(x), scaled(x)])
