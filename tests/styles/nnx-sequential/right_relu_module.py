"""The function is a module of one's own."""

from flax import nnx


class Relu(nnx.Module):
    def __call__(self, x):
        return nnx.relu(x)


def sequential(seed, x):
    rngs = nnx.Rngs(int(seed))
    return nnx.Sequential(nnx.Linear(3, 8, rngs=rngs), Relu(), nnx.Linear(in_features=8, out_features=1, rngs=rngs))(x)
