"""apply is jitted, and params are fed on their own."""

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
    model = MLP(width=int(hidden), features=int(features))
    params = model.init(jax.random.PRNGKey(int(seed)), x[:1])["params"]
    forward = jax.jit(lambda params, x: model.apply({"params": params}, x))
    return forward(params, x)
