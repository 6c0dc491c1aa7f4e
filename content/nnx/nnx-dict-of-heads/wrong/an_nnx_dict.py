"""The outputs come in an `nnx.Dict`. That is a container for the parts of a module, and a module itself; what a
call returns are plain values, for which an ordinary dict will do. Only the heads need NNX's container."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))

    def __call__(self, x):
        return nnx.Dict({name: head(x) for name, head in self.heads.items()})


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(seed))(x)
