"""A list of layers

Write an nn.Module for this network, and mlp_widths(seed, x, width, depth,
features), which uses it:

    `depth` hidden layers, each a Dense of width `width` followed by tanh,
    then a Dense of width `features` with nothing after it

In the params the hidden layers are called layers_0, layers_1, ... in the
order in which the data meets them, and the last Dense head: that is what a
list attribute self.layers and an attribute self.head give. Every Dense has
params of its own, a bias among them.

mlp_widths initialises such a module on x with the key
jax.random.key(seed), and returns the module applied to x.

seed       int
x          float32 array of shape (N, in)
width      int
depth      int, 1 or more
features   int

Returns a float32 array of shape (N, features).

Checked, besides the values: the params are a kernel and a bias in each of
layers_0, layers_1, ... and head, and each is used; what you return comes
out of the module, with nothing added outside of it.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    def setup(self):
        self.head = nn.Dense(self.features)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(x)


def mlp_widths(
    seed: int,
    x: jax.Array,
    width: int,
    depth: int,
    features: int,
) -> jax.Array:
    model = MLP(width, depth, features)
    variables = model.init(jax.random.key(seed), x)
    print(jax.tree.map(lambda leaf: leaf.shape, variables))
    raise NotImplementedError("add the hidden layers, then apply the model")
