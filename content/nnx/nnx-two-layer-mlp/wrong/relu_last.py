"""The numbers are those of a relu after the output layer and not between the two. In the middle nothing bends,
so two layers do no more than one; and at the end every negative answer becomes 0. Move it to where the
hidden numbers pass."""

# fact: checks

import jax
from flax import nnx


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = nnx.Linear(in_features, hidden, rngs=rngs)
        self.out = nnx.Linear(hidden, out, rngs=rngs)

    def __call__(self, x):
        return jax.nn.relu(self.out(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], hidden, out, rngs=nnx.Rngs(seed))
    return model(x)
