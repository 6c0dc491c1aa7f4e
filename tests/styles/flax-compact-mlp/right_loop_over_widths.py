"""A loop over a tuple of widths."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    widths: tuple[int, ...]

    @nn.compact
    def __call__(self, x):
        for i, width in enumerate(self.widths):
            x = nn.Dense(width)(x)
            if i < len(self.widths) - 1:
                x = nn.relu(x)
        return x


def compact_mlp(seed, x, hidden, features):
    model = MLP((int(hidden), int(features)))
    return model.apply(model.init(jax.random.key(int(seed)), x), x)
