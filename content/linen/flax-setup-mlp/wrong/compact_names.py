"""These are the names that Flax gives in a compact method: `Dense_0` and `Dense_1`. The task fixes other ones, and a
name is more than a label: it goes into the random numbers that the layer starts with. Make both layers in `setup`,
and assign each to the attribute whose name it shall have."""
# fact: has @nn.compact
# fact: has not nn.Dense(..., name=_)

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(self.width)(x)
        x = nn.relu(x)
        return nn.Dense(self.features)(x)


def setup_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
