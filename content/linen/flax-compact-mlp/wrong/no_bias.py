"""The layers have no bias: it is missing in the params of both. While a bias is all zeros the numbers do not show it,
but this model can never learn an offset. Leave the layers as `nn.Dense(width)` makes them."""
# fact: checks

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(self.hidden, use_bias=False)(x)
        x = nn.relu(x)
        return nn.Dense(self.features, use_bias=False)(x)


def compact_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
