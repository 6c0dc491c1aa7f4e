"""apply goes through jit, and the key is of the old kind."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(self.hidden)(x)
        x = nn.relu(x)
        return nn.Dense(self.features)(x)


def compact_mlp(seed, x, hidden, features):
    model = MLP(hidden=int(hidden), features=int(features))
    params = model.init(jax.random.PRNGKey(int(seed)), x)["params"]
    return jax.jit(model.apply)({"params": params}, x)
