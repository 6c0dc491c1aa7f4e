"""There is no module here but the two layers themselves: they are local names of the function, and what
connects them is lost when it returns. The numbers are right, and there is no model to train or to save. Write
an `nnx.Module` whose constructor keeps the layers as attributes."""

import jax
from flax import nnx


def two_layer_mlp(seed, x, hidden, out):
    rngs = nnx.Rngs(int(seed))
    first = nnx.Linear(x.shape[1], int(hidden), rngs=rngs)
    second = nnx.Linear(int(hidden), int(out), rngs=rngs)
    return second(jax.nn.relu(first(x)))
