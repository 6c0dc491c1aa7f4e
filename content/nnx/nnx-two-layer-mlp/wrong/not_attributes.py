"""A module was built, and it has no layer at attribute `hidden`. Layers that are made in the call, local names
of the constructor, and attributes of other names are not found by code that trains, saves or loads the
model. Create both layers in the constructor, as `self.hidden` and `self.out`."""

# fact: checks

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.rngs = rngs
        self.sizes = (in_features, hidden, out)

    def __call__(self, x):
        n_in, n_hidden, n_out = self.sizes
        hidden = nnx.Linear(n_in, n_hidden, rngs=self.rngs)
        out = nnx.Linear(n_hidden, n_out, rngs=self.rngs)
        return out(jax.nn.relu(hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    return model(x)
