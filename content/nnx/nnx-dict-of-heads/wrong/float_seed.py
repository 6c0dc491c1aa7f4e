"""The seed arrives as a float, and `nnx.Rngs` takes whole numbers only. Cast it with `int` when you build it."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(seed))(x)
