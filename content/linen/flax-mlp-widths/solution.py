"""A network with as many hidden layers as the caller asks for."""

import jax
from flax import linen as nn


class MLP(nn.Module):
    """`depth` times Dense and tanh, then a Dense; the params are `layers_0`, `layers_1`, ... and `head`."""

    width: int
    depth: int
    features: int

    def setup(self) -> None:
        self.layers = [nn.Dense(self.width) for _ in range(self.depth)]
        self.head = nn.Dense(self.features)

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = nn.tanh(layer(x))
        return self.head(x)


def mlp_widths(seed: int, x: jax.Array, width: int, depth: int, features: int) -> jax.Array:
    """The network's output on `x` with fresh params."""
    model = MLP(width=width, depth=depth, features=features)
    variables = model.init(jax.random.key(seed), x)
    return model.apply(variables, x)
