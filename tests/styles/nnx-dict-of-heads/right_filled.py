"""An empty nnx.Dict that is filled."""

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict()
        for name, size in (("a", 1), ("b", 2)):
            self.heads[name] = nnx.Linear(3, size, rngs=rngs)

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(int(seed)))(x)
