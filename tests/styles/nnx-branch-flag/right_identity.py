"""A function without Params stands in for the layer."""

import jax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in, features, use_extra, *, rngs):
        self.stem = nnx.Linear(d_in, features, rngs=rngs)
        self.head = nnx.Linear(features, 1, rngs=rngs)
        self.extra = nnx.Linear(features, features, rngs=rngs) if use_extra else nnx.identity

    def __call__(self, x):
        return self.head(jax.nn.relu(self.extra(jax.nn.relu(self.stem(x)))))


def branch_flag(seed, x, features, use_extra):
    model = Net(x.shape[1], features, use_extra, rngs=nnx.Rngs(seed))
    return model(x), nnx.state(model)
