"""asyncio runs the apply in a thread."""

import asyncio

import jax
from flax import linen as nn


def sequential_mlp(seed, x, hidden, features):
    model = nn.Sequential([nn.Dense(int(hidden)), nn.relu, nn.Dense(int(features))])
    variables = model.init(jax.random.key(int(seed)), x)
    return asyncio.run(asyncio.to_thread(model.apply, variables, x))
