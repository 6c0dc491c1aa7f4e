"""The layers are fields that the caller fills."""

from collections.abc import Sequence

import jax
from flax import linen as nn


class MLP(nn.Module):
    layers: Sequence[nn.Module]
    head: nn.Module

    def __call__(self, x):
        for layer in self.layers:
            x = nn.tanh(layer(x))
        return self.head(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP([nn.Dense(int(width)) for _ in range(int(depth))], nn.Dense(int(features)))
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
