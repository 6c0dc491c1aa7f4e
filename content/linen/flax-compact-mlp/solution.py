"""A two-layer network whose layers are made on the lines that use them."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    """Dense, relu, Dense: the params are `Dense_0` and `Dense_1`."""

    hidden: int
    features: int

    @nn.compact
    def __call__(self, x: jax.Array) -> jax.Array:
        x = nn.Dense(self.hidden)(x)
        x = nn.relu(x)
        return nn.Dense(self.features)(x)


def compact_mlp(seed: int, x: jax.Array, hidden: int, features: int) -> jax.Array:
    """The network's output on `x` with fresh params."""
    model = MLP(hidden, features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
