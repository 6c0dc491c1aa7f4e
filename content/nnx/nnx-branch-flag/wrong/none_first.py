"""`extra` is `None` first, and gets a layer afterwards. NNX decides at the first assignment what an attribute is, and
`None` is a setting: a layer cannot take its place. Assign it once: the layer if it is asked for, else `None`."""

# fact: has self.extra = None

import jax
from flax import nnx


class Net(nnx.Module):
    """Linear, relu, perhaps Linear and relu once more, Linear."""

    def __init__(self, d_in: int, features: int, use_extra: bool, *, rngs: nnx.Rngs):
        self.stem = nnx.Linear(d_in, features, rngs=rngs)
        self.head = nnx.Linear(features, 1, rngs=rngs)
        self.extra = None
        if use_extra:
            self.extra = nnx.Linear(features, features, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        x = jax.nn.relu(self.stem(x))
        if self.extra is not None:
            x = jax.nn.relu(self.extra(x))
        return self.head(x)


def branch_flag(seed: int, x: jax.Array, features: int, use_extra: bool) -> tuple[jax.Array, nnx.State]:
    """The output of a fresh `Net` on `x`, and the state of the model."""
    model = Net(x.shape[1], features, use_extra, rngs=nnx.Rngs(seed))
    return model(x), nnx.state(model)
