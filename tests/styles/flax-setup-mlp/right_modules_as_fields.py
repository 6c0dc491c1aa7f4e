"""The layers are fields, built by the caller; Flax names them by the field."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: nn.Module
    out: nn.Module

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(nn.Dense(int(hidden)), nn.Dense(int(features)))
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
