"""An nnx.Sequential, whose attribute is called layers."""

from flax import nnx


def list_of_layers(seed, x, depth):
    rngs = nnx.Rngs(int(seed))
    steps = []
    for _ in range(int(depth)):
        steps += [nnx.Linear(x.size, x.size, rngs=rngs), nnx.relu]
    return nnx.Sequential(*steps)(x)
