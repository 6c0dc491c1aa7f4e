"""Everything under nnx.jit."""

import jax
import jax.numpy as jnp
from flax import nnx


class Squash(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        random = nnx.initializers.normal(1.0)
        self.linear = nnx.Linear(din, dout, bias_init=random, rngs=rngs)

    def __call__(self, x):
        return jnp.tanh(self.linear(x))


def _both(seed, features, x, s):
    model = Squash(x.shape[1], features, rngs=nnx.Rngs(seed))
    graphdef, state = nnx.split(model)
    scaled = nnx.merge(graphdef, jax.tree.map(lambda a: s * a, state))
    return jnp.stack([model(x), scaled(x)])


both = nnx.jit(_both, static_argnums=(0, 1))


def split_merge(seed, x, features, s):
    return both(int(seed), int(features), x, s)
