"""`nnx.merge` got fewer arrays than the structure has places for. The GraphDef describes the whole model,
kernel and bias, so every leaf has to come back, the ones that you did not touch as well. If you sort the
leaves into several States, hand all of them to the merge."""

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
    scaled = nnx.merge(graphdef, jax.tree.map(lambda array: s * array, kernels))
    return jnp.stack([model(x), scaled(x)])
