"""Step by step."""

import jax
from flax import linen as nn


def init_with_output(seed, x, features):
    model = nn.Dense(features=int(features))
    key = jax.random.key(int(seed))
    pair = model.init_with_output(key, x)
    return dict(y=pair[0], kernel=pair[1]["params"]["kernel"])
