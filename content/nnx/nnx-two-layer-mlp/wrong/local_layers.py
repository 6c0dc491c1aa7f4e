"""There is no module here but the layers themselves: what connects them is lost when your function returns. The
numbers are right, and there is no model to train or to save. Write an `nnx.Module` whose constructor keeps
the layers as attributes."""

# fact: checks

import jax
from flax import nnx


def two_layer_mlp(seed, x, hidden, out):
    rngs = nnx.Rngs(seed)
    first = nnx.Linear(x.shape[1], hidden, rngs=rngs)
    second = nnx.Linear(hidden, out, rngs=rngs)
    return second(jax.nn.relu(first(x)))
