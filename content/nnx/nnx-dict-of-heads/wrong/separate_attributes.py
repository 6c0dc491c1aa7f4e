"""The numbers are right, but no module has an attribute `heads`: each head is an attribute of its own, or no module
holds them at all. Then nobody can loop over the heads, and a third one means changing the code in two
places. Keep them together in one container, by name."""

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.a = nnx.Linear(3, 1, rngs=rngs)
        self.b = nnx.Linear(3, 2, rngs=rngs)

    def __call__(self, x):
        return {"a": self.a(x), "b": self.b(x)}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(int(seed)))(x)
