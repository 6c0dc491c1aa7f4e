"""The heads are in an ordinary dict. NNX takes that for configuration, finds layers in it and refuses, because
they would be missing from the state. Use the container for named parts that NNX has."""

# fact: has self.heads = {_: _, _: _}

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = {"a": nnx.Linear(3, 1, rngs=rngs), "b": nnx.Linear(3, 2, rngs=rngs)}

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(seed))(x)
