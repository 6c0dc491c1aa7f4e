"""A local list and no module."""

from flax import nnx


def list_of_layers(seed, x, depth):
    rngs = nnx.Rngs(int(seed))
    layers = [nnx.Linear(x.shape[0], x.shape[0], rngs=rngs) for _ in range(int(depth))]
    for layer in layers:
        x = nnx.relu(layer(x))
    return x
