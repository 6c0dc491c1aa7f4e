"""An nnx.Dict that is filled after the constructor, attributes."""

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self):
        self.heads = nnx.Dict()

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    rngs = nnx.Rngs(int(seed))
    model = TwoHeads()
    model.heads.a = nnx.Linear(3, 1, rngs=rngs)
    model.heads.b = nnx.Linear(3, 2, rngs=rngs)
    return dict(model(x))
