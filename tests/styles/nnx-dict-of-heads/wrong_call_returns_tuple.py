"""The call gives a tuple, and the function makes the dict."""

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))

    def __call__(self, x):
        return self.heads.a(x), self.heads.b(x)


def dict_of_heads(seed, x):
    a, b = TwoHeads(rngs=nnx.Rngs(int(seed)))(x)
    return {"a": a, "b": b}
