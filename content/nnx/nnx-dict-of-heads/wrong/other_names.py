"""The heads are in the container under other names than in the result. The names are in the state's paths, and
so in every checkpoint; the task fixes them as `a` and `b`. It also makes the code simpler, since the same
name then serves for both."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(head_a=nnx.Linear(3, 1, rngs=rngs), head_b=nnx.Linear(3, 2, rngs=rngs))

    def __call__(self, x):
        return {"a": self.heads["head_a"](x), "b": self.heads["head_b"](x)}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(seed))(x)
