"""The module ran only in `init`, and the forward pass was done a second time, beside it, with its params. The two
agree today; if the class changes they will not. Hand the variables back to the module and let it compute the
answer."""
# fact: checks

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
    model = MLP(hidden, features)
    params = model.init(jax.random.key(seed), x)["params"]
    first, second = params["Dense_0"], params["Dense_1"]
    return nn.relu(x @ first["kernel"] + first["bias"]) @ second["kernel"] + second["bias"]
