"""An empty dict was assigned to the attribute, and the constructor put layers into it. The dict counts as
configuration from the moment it was assigned; at the end of the constructor NNX finds the layers in it.
Begin with an empty container of NNX's own."""

# fact: has self.heads = {}

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = {}
        self.heads["a"] = nnx.Linear(3, 1, rngs=rngs)
        self.heads["b"] = nnx.Linear(3, 2, rngs=rngs)

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(seed))(x)
