"""NNX calls a module through `__call__`. A method named `forward`, as in PyTorch, is a method like any other:
the parentheses after the model do not find it. Name it `__call__`."""

# fact: has def forward
# fact: has not def __call__

from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=rngs) for _ in range(depth)])

    def forward(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], depth, rngs=nnx.Rngs(seed))
    return model(x)
