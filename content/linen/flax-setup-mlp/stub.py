"""MLP with setup

Write an nn.Module for this network, and setup_mlp(seed, x, hidden,
features), which uses it:

    a Dense of width `hidden`, then relu, then a Dense of width `features`

In the params the first is called hidden and the second out, as the
attributes self.hidden and self.out are when setup makes them. Both have a
bias, and nothing comes after the second.

setup_mlp initialises such a module on x with the key
jax.random.key(seed), and returns the module applied to x.

seed       int
x          float32 array of shape (N, in)
hidden     int
features   int

Returns a float32 array of shape (N, features).

Checked, besides the values: the params are a kernel and a bias in hidden
and in out, and each is used; what you return comes out of the module,
with nothing added outside of it.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        pass  # Make the two layers here.

    def __call__(self, x: jax.Array) -> jax.Array:
        raise NotImplementedError("call the layers")


def setup_mlp(
    seed: int,
    x: jax.Array,
    hidden: int,
    features: int,
) -> jax.Array:
    model = MLP(width=hidden, features=features)
    variables = model.init(jax.random.key(seed), x)
    print(jax.tree.map(lambda leaf: leaf.shape, variables))
    raise NotImplementedError("apply the model to x")
