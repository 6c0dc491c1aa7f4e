"""nnx.relu, and the model called under nnx.jit."""

from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return self.out(nnx.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], int(hidden), int(out), rngs=nnx.Rngs(int(seed)))
    return nnx.jit(lambda m, x: m(x))(model, x)
