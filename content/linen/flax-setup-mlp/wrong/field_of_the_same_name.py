"""A field and a layer share the name `hidden`. Fields say how the module was built, and they stay as they are, so
`setup` may not put a layer in the place of the number. Give the field another name; the task fixes only those of the
layers."""
# fact: has hidden: _
# fact: has self.hidden = _

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    def setup(self):
        self.hidden = nn.Dense(self.hidden)
        self.out = nn.Dense(self.features)

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
