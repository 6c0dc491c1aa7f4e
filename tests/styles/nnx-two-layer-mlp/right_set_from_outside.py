"""Layers are hung on a bare module."""

import jax
from flax import nnx


def two_layer_mlp(seed, x, hidden, out):
    model, rngs = nnx.Module(), nnx.Rngs(int(seed))
    model.hidden = nnx.Linear(x.shape[1], int(hidden), rngs=rngs)
    model.out = nnx.Linear(int(hidden), int(out), rngs=rngs)
    print(model)
    return model.out(jax.nn.relu(model.hidden(x)))
