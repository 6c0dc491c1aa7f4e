"""Your module alone does not give your output: a part of the work, such as the tanh, is done outside of it. The loop
over the layers belongs into the module; return what `apply` gives."""
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
            x = layer(x)
        return self.head(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(width, depth, features)
    params = model.init(jax.random.key(seed), x)["params"]
    for i in range(depth):
        x = nn.tanh(nn.Dense(width).apply({"params": params[f"layers_{i}"]}, x))
    return nn.Dense(features).apply({"params": params["head"]}, x)
