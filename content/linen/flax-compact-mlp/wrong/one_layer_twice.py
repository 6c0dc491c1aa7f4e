"""One layer was made and called twice. A call does not make a layer, the constructor does: the same object called
again has the same params, and one kernel cannot fit both inputs. Make two layers."""
# fact: has not nn.Dense(self.features)
# fact: has not nn.Dense(features)
# fact: checks

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        layer = nn.Dense(self.hidden)
        return layer(nn.relu(layer(x)))


def compact_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
