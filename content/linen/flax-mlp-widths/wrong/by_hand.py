"""The module ran only in `init`, and its loop was done a second time, outside of it. That does what
`__call__` does, until one of the two is changed. `apply` is there to run the module's own."""
# fact: checks

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    def setup(self):
        self.layers = [nn.Dense(self.width) for _ in range(self.depth)]
        self.head = nn.Dense(self.features)

    def __call__(self, x):
        for layer in self.layers:
            x = nn.tanh(layer(x))
        return self.head(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(width, depth, features)
    params = model.init(jax.random.key(seed), x)["params"]
    for number in range(depth):
        layer = params[f"layers_{number}"]
        x = nn.tanh(x @ layer["kernel"] + layer["bias"])
    return x @ params["head"]["kernel"] + params["head"]["bias"]
