"""The params lack the bias of both layers. As long as a bias is zero nothing shows. Make the layers with their width
alone."""
# fact: checks

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(hidden, use_bias=False), nn.relu, nn.Dense(features, use_bias=False)])
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
