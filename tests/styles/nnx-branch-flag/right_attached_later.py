"""The function adds the layer to a plain network."""

import jax
from flax import nnx


class Net(nnx.Module):
    """Linear, relu, perhaps Linear and relu once more, Linear."""

    def __init__(self, d_in: int, features: int, use_extra: bool, *, rngs: nnx.Rngs):
        self.stem = nnx.Linear(d_in, features, rngs=rngs)
        self.head = nnx.Linear(features, 1, rngs=rngs)
        # The last to be built, so that the others draw the same keys with and without it.
        self.extra = nnx.data(None)

    def __call__(self, x: jax.Array) -> jax.Array:
        x = jax.nn.relu(self.stem(x))
        if self.extra is not None:
            x = jax.nn.relu(self.extra(x))
        return self.head(x)


def branch_flag(seed, x, features, use_extra):
    """The output of a fresh `Net` on `x`, and the state of the model."""
    rngs = nnx.Rngs(seed)
    model = Net(x.shape[1], features, use_extra, rngs=rngs)
    if use_extra:
        model.extra = nnx.Linear(features, features, rngs=rngs)
    return model(x), nnx.state(model)
