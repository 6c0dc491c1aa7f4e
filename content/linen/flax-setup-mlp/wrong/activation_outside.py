"""Your module alone does not give your output: a part of the work, such as the relu, is done outside of it. The
forward pass belongs into the module; return what `apply` gives."""
# fact: checks

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def __call__(self, x):
        return self.out(self.hidden(x))


def setup_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    params = model.init(jax.random.key(seed), x)["params"]
    h = nn.relu(nn.Dense(hidden).apply({"params": params["hidden"]}, x))
    return nn.Dense(features).apply({"params": params["out"]}, h)
