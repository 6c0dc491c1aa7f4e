"""A call of the module gives something else than your function returns: a part of the work is done outside of
`__call__`. Code that calls the model gets that part left out. The whole loop belongs into `__call__`."""

# fact: checks

from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=rngs) for _ in range(depth)])

    def __call__(self, x):
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], depth, rngs=nnx.Rngs(seed))
    x = model(x)
    for layer in model.layers:
        x = nnx.relu(layer(x))
    return x
