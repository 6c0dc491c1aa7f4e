"""The numbers are those of two layers that drew their kernel with the same key, as with Rngs of their own from
the same seed. Layers of equal shape would even be copies of each other. Build the Rngs once and hand that
one object to every layer; it counts for them."""

# fact: checks

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, seed):
        self.hidden = nnx.Linear(in_features, hidden, rngs=nnx.Rngs(seed))
        self.out = nnx.Linear(hidden, out, rngs=nnx.Rngs(seed))

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], hidden, out, seed=seed)
    return model(x)
