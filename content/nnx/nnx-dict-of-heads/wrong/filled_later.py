"""The numbers are right, and none of the heads is in the model's state: they would not be trained, and not be
saved. A bare dict counts as configuration, and NNX looks for layers in it only as the constructor ends. The
attribute must hold a container that NNX knows from the start."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self):
        self.heads = {}

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    rngs = nnx.Rngs(seed)
    model = TwoHeads()
    model.heads["a"] = nnx.Linear(3, 1, rngs=rngs)
    model.heads["b"] = nnx.Linear(3, 2, rngs=rngs)
    return model(x)
