"""The module ran only in `init`, and your output was worked out beside it, with its params. Now there are two networks
to keep in step. The module has a forward pass: let `apply` run it."""
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
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    params = model.init(jax.random.key(seed), x)["params"]
    h = nn.relu(x @ params["hidden"]["kernel"] + params["hidden"]["bias"])
    return h @ params["out"]["kernel"] + params["out"]["bias"]
