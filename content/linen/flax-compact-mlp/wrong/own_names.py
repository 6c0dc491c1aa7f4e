"""The layers have names of your own, and the task asks for those that Flax gives. The first Dense of a compact
method is `Dense_0`, the next one `Dense_1`. The name is part of what the random numbers are drawn from, so
other names mean another start."""
# fact: has nn.Dense(..., name=_)

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(self.hidden, name="hidden")(x)
        x = nn.relu(x)
        return nn.Dense(self.features, name="out")(x)


def compact_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
