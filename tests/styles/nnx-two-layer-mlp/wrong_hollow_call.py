"""The call gives the hidden numbers; the function does the rest."""

from flax import nnx


class MLP(nnx.Module):
    def __init__(self, n, m, k, *, rngs):
        self.hidden = nnx.Linear(n, m, rngs=rngs)
        self.out = nnx.Linear(m, k, rngs=rngs)

    def __call__(self, x):
        return nnx.relu(self.hidden(x))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], int(hidden), int(out), rngs=nnx.Rngs(int(seed)))
    return model.out(model(x))
