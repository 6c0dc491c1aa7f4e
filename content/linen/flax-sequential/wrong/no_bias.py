"""The params lack the bias of both layers. As long as a bias is zero nothing shows. Make the layers with their width
alone."""
# fact: checks

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden), use_bias=False), nn.relu, nn.Dense(int(features), use_bias=False)])
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
