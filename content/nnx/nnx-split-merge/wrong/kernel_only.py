"""The kernel of the second model is scaled, and no model has a scaled bias. The task scales each array of the
model. Do not list them by name: one map over the whole State reaches all of them, in this model and in any
other."""

# fact: checks

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
    model = Squash(x.shape[1], features, rngs=nnx.Rngs(seed))
    graphdef, kernels, rest = nnx.split(model, nnx.PathContains("kernel"), ...)
    scaled = nnx.merge(graphdef, jax.tree.map(lambda array: s * array, kernels), rest)
    return jnp.stack([model(x), scaled(x)])
