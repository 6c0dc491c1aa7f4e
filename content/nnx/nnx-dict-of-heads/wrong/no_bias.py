"""The paths of the biases are missing in the state. A bias starts at zero, so the numbers are the same for now,
but none of these heads can learn an offset. Leave `nnx.Linear` its bias."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(
            a=nnx.Linear(3, 1, use_bias=False, rngs=rngs), b=nnx.Linear(3, 2, use_bias=False, rngs=rngs)
        )

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    return TwoHeads(rngs=nnx.Rngs(seed))(x)
