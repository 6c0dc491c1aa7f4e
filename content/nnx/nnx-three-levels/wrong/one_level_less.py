"""The numbers are right, and the paths are not those of the checkpoint: a level is missing. Each dot in a name is a
level, so there is a module `body` that holds `stem` and `block`, and a module `block` that holds `inner` and
`gate`."""

# fact: checks

import jax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in, width, d_out, *, rngs):
        self.stem = nnx.Linear(d_in, width, rngs=rngs)
        self.inner = nnx.Linear(width, width, rngs=rngs)
        self.gate = nnx.Linear(width, width, rngs=rngs)
        self.head = nnx.Linear(width, d_out, rngs=rngs)

    def __call__(self, x):
        x = self.stem(x)
        return self.head(x + jax.nn.sigmoid(self.gate(x)) * jax.nn.relu(self.inner(x)))


def three_levels(weights, x):
    width, d_in = weights["body.stem.weight"].shape
    model = Net(d_in, width, weights["head.bias"].shape[0], rngs=nnx.Rngs(0))
    for name, array in weights.items():
        *_, layer, kind = name.split(".")
        param = getattr(getattr(model, layer), kind.replace("weight", "kernel"))
        param[...] = array.T
    return model(x), nnx.state(model)
