"""Two stand-alone layers, their params put into one dict."""

import jax
from flax import linen as nn


def setup_mlp(seed, x, hidden, features):
    keys = jax.random.split(jax.random.key(int(seed)))
    first, second = nn.Dense(int(hidden)), nn.Dense(int(features))
    params = {"hidden": first.init(keys[0], x)}
    h = nn.relu(first.apply(params["hidden"], x))
    params["out"] = second.init(keys[1], h)
    return second.apply(params["out"], h)
