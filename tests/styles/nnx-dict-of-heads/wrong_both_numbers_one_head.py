"""One head of three features that is cut."""

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Linear(3, 3, rngs=rngs)

    def __call__(self, x):
        y = self.heads(x)
        return {"a": y[:, :1], "b": y[:, 1:]}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(int(seed)))(x)
