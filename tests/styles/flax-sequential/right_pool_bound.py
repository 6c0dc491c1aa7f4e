"""The bound module is called in a pool of threads that is there before the function."""

from concurrent.futures import ThreadPoolExecutor

import jax
from flax import linen as nn

POOL = ThreadPoolExecutor(1)


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), nn.relu, nn.Dense(int(features))])
    variables = model.init(jax.random.key(int(seed)), x)
    return POOL.submit(model.bind(variables), x).result()
