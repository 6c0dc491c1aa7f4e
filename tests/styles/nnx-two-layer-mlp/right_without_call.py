"""A module without a call; the function applies its layers."""

from flax import nnx


class MLP(nnx.Module):
    def __init__(self, n, m, k, rngs):
        self.hidden = nnx.Linear(n, m, rngs=rngs)
        self.out = nnx.Linear(m, k, rngs=rngs)


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], int(hidden), int(out), nnx.Rngs(int(seed)))
    return model.out(nnx.relu(model.hidden(x)))
