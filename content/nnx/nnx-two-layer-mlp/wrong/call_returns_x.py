"""Your output does not come out of a call of the module: it is computed outside of `__call__`. Code that calls
the model gets something else. The forward pass belongs into `__call__`, and the function returns what that
gives."""

# fact: checks

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return x


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    model(x)
    return model.out(jax.nn.relu(model.hidden(x)))
