"""A subclass of nnx.Linear, and rows one by one."""

import jax
from flax import nnx


class Dense(nnx.Linear):
    def __call__(self, x):
        return super().__call__(x)


class MLP(nnx.Module):
    def __init__(self, in_features, hidden, out, *, rngs):
        self.hidden = Dense(in_features, hidden, rngs=rngs)
        self.out = Dense(hidden, out, rngs=rngs)

    def __call__(self, x):
        return self.out(jax.nn.relu(self.hidden(x)))


def two_layer_mlp(seed, x, hidden, out):
    model = MLP(x.shape[1], int(hidden), int(out), rngs=nnx.Rngs(int(seed)))
    return jax.vmap(model)(x)
