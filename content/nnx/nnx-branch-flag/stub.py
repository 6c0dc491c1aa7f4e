"""A layer only if asked

`branch_flag(seed, x, features, use_extra)` builds a
network and applies it to x. With use_extra it has one
layer more. Two things are wrong:

- Without the extra layer it should be the plain network
  of stem and head, the same as a class without any such
  option would build from the seed. It has Params too
  many, and its numbers are different.
- With the extra layer, stem and head should begin with
  the numbers that they have without it, so that a
  comparison of the two is fair. The extra layer draws
  with the keys that come next.

Fix Net. What it computes stays.

    seed       int
    x          float32 array of shape (n, in)
    features   int, the width of the network
    use_extra  bool
    returns    a tuple (y, state): a float32 array of
               shape (n, 1), and nnx.state of the model,
               whose layers are in the attributes stem,
               head and, if there is one, extra

The values are compared with the reference's. Besides, it
is checked that the state has the Params of the layers and
no other arrays, and that a call of the model, under
nnx.jit as well, gives y.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in, features, use_extra, *, rngs):
        self.use_extra = use_extra
        self.stem = nnx.Linear(d_in, features, rngs=rngs)
        self.extra = nnx.Linear(features, features, rngs=rngs)
        self.head = nnx.Linear(features, 1, rngs=rngs)

    def __call__(self, x):
        x = jax.nn.relu(self.stem(x))
        if self.use_extra:
            x = jax.nn.relu(self.extra(x))
        return self.head(x)


def branch_flag(
    seed: int,
    x: jax.Array,
    features: int,
    use_extra: bool,
) -> tuple[jax.Array, nnx.State]:
    rngs = nnx.Rngs(seed)
    model = Net(x.shape[1], features, use_extra, rngs=rngs)
    return model(x), nnx.state(model)
