"""A module of one's own with attributes a and b."""

from flax import nnx


class Heads(nnx.Module):
    def __init__(self, rngs):
        self.a = nnx.Linear(3, 1, rngs=rngs)
        self.b = nnx.Linear(3, 2, rngs=rngs)


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = Heads(rngs)

    def __call__(self, x):
        return {name: getattr(self.heads, name)(x) for name in "ab"}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(int(seed)))(x)
