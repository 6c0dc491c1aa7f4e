"""An NNX module has no `setup`: that is Linen's way. Nothing calls this method, so the attributes that it makes
are not there. Make them in `__init__`, which runs when the module is built."""

# fact: has def setup
# fact: has not def __init__

import jax
from flax import nnx


class MLP(nnx.Module):
    def setup(self):
        self.hidden = nnx.Linear(self.sizes[0], self.sizes[1], rngs=self.rngs)
        self.out = nnx.Linear(self.sizes[1], self.sizes[2], rngs=self.rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP()
    return model(x)
