"""The list holds one layer, `depth` times over. `[layer] * n` repeats the reference and not the object, so every
step of the loop works with the kernel of the first. Here the first step sees rows of another width than the
rest, and one kernel cannot fit both; where the widths agree it would run, with shared params. The constructor
has to run once for each layer."""
# fact: has [_] * _

import jax
from flax import linen as nn


class MLP(nn.Module):
    width: int
    depth: int
    features: int

    def setup(self):
        self.layers = [nn.Dense(self.width)] * self.depth
        self.head = nn.Dense(self.features)

    def __call__(self, x):
        for layer in self.layers:
            x = nn.tanh(layer(x))
        return self.head(x)


def mlp_widths(seed, x, width, depth, features):
    model = MLP(width, depth, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
