"""The module is applied in a thread of its own."""

import threading

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), nn.relu, nn.Dense(int(features))])
    variables = model.init(jax.random.key(int(seed)), x)
    results = []
    thread = threading.Thread(target=lambda: results.append(model.apply(variables, x)))
    thread.start()
    thread.join()
    return results[0]
