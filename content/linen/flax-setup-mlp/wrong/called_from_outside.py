"""The layers were reached from outside, as `model.hidden`. They exist only while `init` or `apply` is running, which
is when `setup` runs; the model that you hold has its fields and no layers. Let `apply` do the forward pass."""
# fact: has def setup
# fact: has self.out = _
# fact: has not _.apply(...)
# fact: has not _.bind(...)

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
    model = MLP(hidden, features)
    model.init(jax.random.key(seed), x)
    return model.out(nn.relu(model.hidden(x)))
