"""The module is applied in a thread of its own."""

import threading

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    features: int

    def setup(self):
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP(int(hidden), int(features))
    variables = model.init(jax.random.key(int(seed)), x)
    results = []
    thread = threading.Thread(target=lambda: results.append(model.apply(variables, x)))
    thread.start()
    thread.join()
    return results[0]
