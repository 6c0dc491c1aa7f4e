"""Other attribute names."""

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.linear1 = nnx.Linear(in_features, hidden, rngs=rngs)
        self.linear2 = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return self.linear2(jax.nn.relu(self.linear1(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], int(hidden), int(out), rngs=nnx.Rngs(int(seed)))
    return model(x)
