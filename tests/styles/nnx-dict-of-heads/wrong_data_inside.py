"""Each head is marked for itself."""

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = {"a": nnx.data(nnx.Linear(3, 1, rngs=rngs)), "b": nnx.data(nnx.Linear(3, 2, rngs=rngs))}

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(int(seed)))(x)
