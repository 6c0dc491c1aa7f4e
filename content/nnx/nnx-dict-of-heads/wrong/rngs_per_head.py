"""The numbers are those of heads that both draw from the same first key, as with a new `nnx.Rngs` of the same
seed for each. Heads of equal shape would be equal. Make one `Rngs` and share it."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, seed):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=nnx.Rngs(seed)), b=nnx.Linear(3, 2, rngs=nnx.Rngs(seed)))

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    return TwoHeads(seed)(x)
