"""The heads in a module inside another."""

from flax import nnx


class Heads(nnx.Module):
    def __init__(self, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))

    def __call__(self, x):
        return {name: self.heads[name](x) for name in self.heads}


class Outer(nnx.Module):
    def __init__(self, *, rngs):
        self.inner = Heads(rngs)

    def __call__(self, x):
        return self.inner(x)


def dict_of_heads(seed, x):
    return Outer(rngs=nnx.Rngs(int(seed)))(x)
