"""What was put into a Param is a Python list, and the layer wants an array there. `nnx.update` does not look at
what it puts into a Param, so it did not object; the layer does, as soon as it reads it. Make one array of
the numbers."""

# fact: checks

from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], features, rngs=nnx.Rngs(seed))
    nnx.update(layer, {"bias": [float(i) for i in range(features)]})
    return layer(x)
