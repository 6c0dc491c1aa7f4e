"""A call of the module gives something else than your function returns: the dict is made outside of `__call__`.
The task asks for a module that returns it, so that code which only has the model finds the names."""

# fact: checks

from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))

    def __call__(self, x):
        return tuple(head(x) for head in self.heads.values())


def dict_of_heads(seed, x):
    model = TwoHeads(rngs=nnx.Rngs(seed))
    return dict(zip(model.heads, model(x)))
