"""A call of the module gives something else than your function returns: a part of the work is done outside of
`__call__`. Code that calls the model gets that part left out. The whole forward pass belongs into
`__call__`."""

# fact: checks

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return jax.nn.relu(self.hidden(x))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    return model.out(model(x))
