"""The method has PyTorch's name."""

from flax import nnx


class Net(nnx.Module):
    def __init__(self, n, m, k, *, rngs):
        self.hidden = nnx.Linear(n, m, rngs=rngs)
        self.out = nnx.Linear(m, k, rngs=rngs)

    def forward(self, x):
        return self.out(nnx.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    net = Net(x.shape[1], int(hidden), int(out), rngs=nnx.Rngs(int(seed)))
    return net(x)
