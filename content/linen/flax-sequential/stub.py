"""nn.Sequential

Write sequential_mlp(seed, x, hidden, features):

1. Build an nn.Sequential of three things: a Dense of width `hidden`, a relu
   such as the function nn.relu, and a Dense of width `features`. Both Dense
   have a bias. The Sequential is the whole model: it is in no other module.
2. Initialise it on x with the key jax.random.key(seed).
3. Return it applied to x.

The layers keep the names that the Sequential gives them: layers_0 and
layers_2 in the params.

seed       int
x          float32 array of shape (N, in)
hidden     int
features   int

Returns a float32 array of shape (N, features).

Checked, besides the values: the params are a kernel and a bias in layers_0
and in layers_2, and each is used; what you return comes out of an
nn.Sequential, with nothing added outside of it.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import linen as nn


def sequential_mlp(
    seed: int,
    x: jax.Array,
    hidden: int,
    features: int,
) -> jax.Array:
    model = nn.Sequential([nn.Dense(hidden)])
    variables = model.init(jax.random.key(seed), x)
    print(jax.tree.map(lambda leaf: leaf.shape, variables))
    raise NotImplementedError("complete the list, and apply the model to x")
