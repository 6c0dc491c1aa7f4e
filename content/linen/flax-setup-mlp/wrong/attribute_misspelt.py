"""`setup` is there, and it makes no attribute `hidden`, which `__call__` asks for. The task fixes the names: assign
the first layer to `self.hidden` and the second to `self.out`, and call them by these names."""
# fact: has def setup
# fact: has not self.hidden = _
# fact: has self.hidden

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.first = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
