"""One jit around init and apply."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))

    @jax.jit
    def both(key, x):
        return model.apply(model.init(key, x), x)

    return both(jax.random.key(int(seed)), x)
