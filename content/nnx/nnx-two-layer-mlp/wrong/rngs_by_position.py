"""`nnx.Linear` takes two arguments by position, its two sizes, and everything else by name. Write `rngs=` in
front of the Rngs."""

# fact: checks

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs)
        self.out = nnx.Linear(hidden, out, rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    return model(x)
