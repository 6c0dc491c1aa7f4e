"""Your module alone does not give your output: a part of the work, such as the relu, is done outside of it. Then the
class is only half of the network. Put all of it into the module, and return what `apply` gives."""
# fact: checks

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(self.hidden)(x)
        return nn.Dense(self.features)(x)


def compact_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    params = model.init(jax.random.key(seed), x)["params"]
    h = nn.relu(nn.Dense(hidden).apply({"params": params["Dense_0"]}, x))
    return nn.Dense(features).apply({"params": params["Dense_1"]}, h)
