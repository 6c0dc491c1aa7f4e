"""Each head has a new `nnx.Rngs` with the same seed, so both draw from the same first key. The second head gets other
numbers than it would from a shared one, and heads of equal shape would be equal. Make one `Rngs` and share it."""

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, seed):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=nnx.Rngs(seed)), b=nnx.Linear(3, 2, rngs=nnx.Rngs(seed)))

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    return TwoHeads(int(seed))(x)
