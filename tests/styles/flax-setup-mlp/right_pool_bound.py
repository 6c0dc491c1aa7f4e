"""The bound module is called in a pool of threads that is there before the function."""

from concurrent.futures import ThreadPoolExecutor

import jax
from flax import linen as nn

POOL = ThreadPoolExecutor(1)


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
    return POOL.submit(model.bind(variables), x).result()
