"""nnx.Dict of an ordinary dict, called by name."""

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict({"a": nnx.Linear(3, 1, rngs=rngs), "b": nnx.Linear(3, 2, rngs=rngs)})

    def __call__(self, x):
        return {"a": self.heads["a"](x), "b": self.heads["b"](x)}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(int(seed)))(x)
