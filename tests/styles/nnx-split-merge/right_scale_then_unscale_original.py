"""Works on a clone kept aside, the original rebuilt by update."""

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
    kept = jax.tree.map(lambda a: a, nnx.state(model))
    scaled = nnx.merge(nnx.graphdef(model), jax.tree.map(lambda a: a * s, kept))
    z = scaled(x)
    nnx.update(model, kept)
    return jnp.stack([model(x), z])
