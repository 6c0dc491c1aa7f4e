"""A dataclass that is given its layers."""

import jax
from flax import nnx


@nnx.dataclass
class Stack(nnx.Module):
    layers: list = nnx.data()

    def __call__(self, x):
        for layer in self.layers:
            x = jax.nn.relu(layer(x))
        return x


def list_of_layers(seed, x, depth):
    rngs = nnx.Rngs(int(seed))
    return Stack(layers=[nnx.Linear(x.shape[0], x.shape[0], rngs=rngs) for _ in range(int(depth))])(x)
