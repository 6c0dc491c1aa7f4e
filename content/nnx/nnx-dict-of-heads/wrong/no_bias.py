"""The heads have no bias. It starts at zero, so the numbers are the same for now, but a path is missing in the state for
each head, and none of them can learn an offset. Leave `nnx.Linear` its bias."""

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(
            a=nnx.Linear(3, 1, use_bias=False, rngs=rngs), b=nnx.Linear(3, 2, use_bias=False, rngs=rngs)
        )

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(int(seed)))(x)
