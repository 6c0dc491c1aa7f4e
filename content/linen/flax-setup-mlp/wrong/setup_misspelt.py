"""No method of your class is called `setup`, so what makes the layers never runs, and the attributes are never there.
Flax looks for exactly that name. You do not call it yourself either."""
# fact: has not def setup
# fact: has not @nn.compact
# fact: has self.hidden = _

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def set_up(self):
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
