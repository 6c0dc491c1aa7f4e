"""The names in an `nnx.Dict` become attributes, so they must be strings. Name the heads as the task does."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict({0: nnx.Linear(3, 1, rngs=rngs), 1: nnx.Linear(3, 2, rngs=rngs)})

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    model = TwoHeads(rngs=nnx.Rngs(seed))
    return model(x)
