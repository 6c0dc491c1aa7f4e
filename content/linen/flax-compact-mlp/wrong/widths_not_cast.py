"""`hidden` arrives as a float, and the width of a layer is the length of an axis: it has to be a whole number. Cast
it with `int` where the model is built, and `features` as well."""
# fact: has not int(hidden)

import jax
from flax import linen as nn


class MLP(nn.Module):
    hidden: int
    features: int

    @nn.compact
    def __call__(self, x):
        x = nn.Dense(self.hidden)(x)
        x = nn.relu(x)
        return nn.Dense(self.features)(x)


def compact_mlp(seed, x, hidden, features):
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(int(seed)), x)
    return model.apply(variables, x)
