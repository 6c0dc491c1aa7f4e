"""A subclass of nnx.Dict as container."""

from flax import nnx


class Heads(nnx.Dict):
    def __call__(self, x):
        return {name: self[name](x) for name in self}


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = Heads(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))

    def __call__(self, x):
        return self.heads(x)


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(int(seed)))(x)
