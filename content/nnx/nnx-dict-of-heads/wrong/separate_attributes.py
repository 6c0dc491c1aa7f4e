"""The numbers are right, but no module has an attribute `heads`. With an attribute for each head, code cannot
loop over them, and a third one means changes in two places. Keep them together in one container, by name."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.a = nnx.Linear(3, 1, rngs=rngs)
        self.b = nnx.Linear(3, 2, rngs=rngs)

    def __call__(self, x):
        return {"a": self.a(x), "b": self.b(x)}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(seed))(x)
