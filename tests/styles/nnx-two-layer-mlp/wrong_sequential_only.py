"""nnx.Sequential without the attributes."""

import jax
from flax import nnx


def two_layer_mlp(seed, x, hidden, out):
    rngs = nnx.Rngs(int(seed))
    first = nnx.Linear(x.shape[1], int(hidden), rngs=rngs)
    second = nnx.Linear(int(hidden), int(out), rngs=rngs)
    return nnx.Sequential(first, jax.nn.relu, second)(x)
