"""NNX calls a module through `__call__`. A method named `forward`, as in PyTorch, is a method like any other:
the parentheses after the model do not find it. Name it `__call__`."""

# fact: has def forward
# fact: has not def __call__

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))

    def forward(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    model = TwoHeads(rngs=nnx.Rngs(seed))
    return model(x)
