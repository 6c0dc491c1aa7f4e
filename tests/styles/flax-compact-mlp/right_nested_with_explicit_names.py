"""One nested expression, with the names written out."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        inner = nn.Dense(self.hidden, name="Dense_0")
        return nn.Dense(self.features, name="Dense_1")(nn.relu(inner(x)))


def compact_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
