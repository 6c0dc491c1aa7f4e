"""The relu is not in your module: the two Dense are applied one at a time in the function, with the module's params,
and the relu between them. So the module alone computes something else than your function. Put the whole network
into the module, and return what `apply` gives."""

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
    model = MLP(int(hidden), int(features))
    params = model.init(jax.random.key(int(seed)), x)["params"]
    h = nn.relu(nn.Dense(int(hidden)).apply({"params": params["Dense_0"]}, x))
    return nn.Dense(int(features)).apply({"params": params["Dense_1"]}, h)
