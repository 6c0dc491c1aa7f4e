"""Applied in a thread."""

from concurrent.futures import ThreadPoolExecutor

import jax
from flax import linen as nn


def dense_forward(seed, x, features):
    model = nn.Dense(int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    with ThreadPoolExecutor() as pool:
        return pool.submit(model.bind(variables), x).result()
