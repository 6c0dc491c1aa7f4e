"""NNX calls a module through `__call__`. A method named `forward`, as in PyTorch, is a method like any other:
the parentheses after the model do not find it. Name it `__call__`."""

# fact: has def forward
# fact: has not def __call__

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def forward(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    return model(x)
