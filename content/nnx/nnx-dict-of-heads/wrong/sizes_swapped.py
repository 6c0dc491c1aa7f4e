"""The two heads have each other's number of outputs: `a` gives one feature for each row, `b` gives two."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 2, rngs=rngs), b=nnx.Linear(3, 1, rngs=rngs))

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(seed))(x)
