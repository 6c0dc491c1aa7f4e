"""One number at a time."""

from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    for i in range(int(features)):
        layer.bias[i] = i
    return layer(x)
