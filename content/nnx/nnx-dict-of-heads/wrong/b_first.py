"""The numbers are those of two heads of which `b` was created before `a`, and so drew the first random keys.
With one `Rngs` for all, the order of creation decides about the values; that the names are sorted in the
state changes nothing. Create `a` first."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(b=nnx.Linear(3, 2, rngs=rngs), a=nnx.Linear(3, 1, rngs=rngs))

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(seed))(x)
