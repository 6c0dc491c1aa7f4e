"""The inner levels are nnx.Dicts, and the whole computation is in one class."""

import jax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in, width, d_out):
        def linear(*sizes):
            return nnx.Linear(*sizes, rngs=nnx.Rngs(7))

        block = nnx.Dict(inner=linear(width, width), gate=linear(width, width))
        self.body = nnx.Dict(stem=linear(d_in, width), block=block)
        self.head = linear(width, d_out)

    def __call__(self, x):
        x = self.body.stem(x)
        block = self.body.block
        return self.head(x + jax.nn.sigmoid(block.gate(x)) * jax.nn.relu(block.inner(x)))


def three_levels(weights, x):
    model = Net(x.shape[1], *reversed(weights["head.weight"].shape))
    state = nnx.state(model)
    for name, array in weights.items():
        *way, last = name.split(".")
        place = state
        for step in way:
            place = place[step]
        place["kernel" if last == "weight" else "bias"][...] = array.T
    return model(x), state
