"""A two-layer network whose layers are attributes, made in setup."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    """Dense, relu, Dense: the params are `hidden` and `out`."""

    width: int
    features: int

    def setup(self) -> None:
        self.hidden = nn.Dense(self.width)
        self.out = nn.Dense(self.features)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(nn.relu(self.hidden(x)))


def setup_mlp(seed: int, x: jax.Array, hidden: int, features: int) -> jax.Array:
    """The network's output on `x` with fresh params."""
    model = MLP(width=hidden, features=features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
