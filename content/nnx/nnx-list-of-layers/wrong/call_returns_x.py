"""Your output does not come out of a call of the module: it is computed outside of `__call__`. Code that calls
the model gets something else. The loop belongs into `__call__`, and the function returns what that gives."""

# fact: checks

from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=rngs) for _ in range(depth)])

    def __call__(self, x):
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], depth, rngs=nnx.Rngs(seed))
    model(x)
    for layer in model.layers:
        x = nnx.relu(layer(x))
    return x
