"""A module without a call; the function asks the heads."""

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))


def dict_of_heads(seed, x):
    model = TwoHeads(rngs=nnx.Rngs(int(seed)))
    return {"b": model.heads.b(x), "a": model.heads.a(x)}
