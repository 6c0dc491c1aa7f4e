"""MLP with @nn.compact

Write an nn.Module for this network, and compact_mlp(seed, x, hidden,
features), which uses it:

    a Dense of width `hidden`, then relu, then a Dense of width `features`

The layers keep the names that Flax gives them in a compact method: the
first Dense is Dense_0 in the params, the second is Dense_1. Both have a
bias, and nothing comes after the second.

compact_mlp initialises such a module on x with the key
jax.random.key(seed), and returns the module applied to x.

seed       int
x          float32 array of shape (N, in)
hidden     int
features   int

Returns a float32 array of shape (N, features).

Checked, besides the values: the params are a kernel and a bias in Dense_0
and in Dense_1, and each is used; what you return comes out of the module,
with nothing added outside of it.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("make and call the layers")


def compact_mlp(
    seed: int,
    x: jax.Array,
    hidden: int,
    features: int,
) -> jax.Array:
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    print(jax.tree.map(lambda leaf: leaf.shape, variables))
    raise NotImplementedError("apply the model to x")
