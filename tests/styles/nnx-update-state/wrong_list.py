"""A list in the patch."""

from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    nnx.update(layer, {"bias": [float(i) for i in range(int(features))]})
    return layer(x)
