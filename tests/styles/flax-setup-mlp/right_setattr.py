"""setup sets the attributes in a loop."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    widths: dict[str, int]

    def setup(self):
        for name, width in self.widths.items():
            setattr(self, name, nn.Dense(width))

    def __call__(self, x):
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed, x, hidden, features):
    model = MLP({"hidden": int(hidden), "out": int(features)})
    y, _ = model.init_with_output(jax.random.key(int(seed)), x)
    return y
