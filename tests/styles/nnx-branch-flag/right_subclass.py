"""The larger model is a subclass."""

import jax
from flax import nnx


class Plain(nnx.Module):
    def __init__(self, d_in, features, *, rngs):
        self.stem = nnx.Linear(d_in, features, rngs=rngs)
        self.head = nnx.Linear(features, 1, rngs=rngs)

    def hidden(self, x):
        return jax.nn.relu(self.stem(x))

    def __call__(self, x):
        return self.head(self.hidden(x))


class Larger(Plain):
    def __init__(self, d_in, features, *, rngs):
        super().__init__(d_in, features, rngs=rngs)
        self.extra = nnx.Linear(features, features, rngs=rngs)

    def hidden(self, x):
        return jax.nn.relu(self.extra(super().hidden(x)))


def branch_flag(seed, x, features, use_extra):
    kind = Larger if use_extra else Plain
    model = kind(x.shape[1], features, rngs=nnx.Rngs(int(seed)))
    return model(x), nnx.state(model)
