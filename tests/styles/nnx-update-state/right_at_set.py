"""The numbers are put in one by one with .at."""

from flax import nnx


def update_state(seed, x, features):
    layer = nnx.Linear(x.shape[0], int(features), rngs=nnx.Rngs(int(seed)))
    bias = layer.bias[...]
    for i in range(int(features)):
        bias = bias.at[i].set(i)
    nnx.update(layer, {"bias": bias})
    return layer(x[None])[0]
