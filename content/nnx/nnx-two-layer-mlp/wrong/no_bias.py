"""The layers have no bias. As a bias starts at zero, the numbers agree; but training could never learn an
offset. The task asks for the usual bias, and `nnx.Linear` has one unless it is told otherwise."""

# fact: checks

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = nnx.Linear(in_features, hidden, use_bias=False, rngs=rngs)
        self.out = nnx.Linear(hidden, out, use_bias=False, rngs=rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    return model(x)
