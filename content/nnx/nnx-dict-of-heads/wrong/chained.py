"""What comes from head `b` is not what it gives for `x`, though `a` is right. Both heads look at the same
input, side by side; nothing that one of them computes goes into the other."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))

    def __call__(self, x):
        a = self.heads["a"](x)
        return {"a": a, "b": self.heads["b"](x + a)}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(seed))(x)
