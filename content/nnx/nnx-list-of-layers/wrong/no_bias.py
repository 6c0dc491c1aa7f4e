"""The layers have no bias. All biases start at zero, so no number shows it, but this is a smaller model: half
of the parameters are missing from its state, and none of its layers can learn an offset. Leave `nnx.Linear`
its bias."""

# fact: has nnx.Linear(..., use_bias=False)

from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.layers = nnx.List([nnx.Linear(d, d, use_bias=False, rngs=rngs) for _ in range(depth)])

    def __call__(self, x):
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    model = Stack(x.shape[0], depth, rngs=nnx.Rngs(seed))
    return model(x)
