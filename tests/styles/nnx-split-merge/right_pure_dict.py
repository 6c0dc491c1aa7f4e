"""Nested dicts of arrays."""

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
    pure = nnx.to_pure_dict(state)
    pure["linear"] = {name: s * a for name, a in pure["linear"].items()}
    scaled = nnx.merge(graphdef, pure)
    return jnp.stack([model(x), scaled(x)])
