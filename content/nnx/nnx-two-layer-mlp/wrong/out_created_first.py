"""The numbers are those of an output layer that was created before the hidden one and so took the first keys.
Keys go out in the order in which the constructor's lines run. Create `hidden` first."""

# fact: checks

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.out = nnx.Linear(hidden, out, rngs=rngs)
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    return model(x)
