"""Eight lines, one for each array."""

from collections.abc import Mapping

import jax
from flax import nnx


class Block(nnx.Module):
    def __init__(self, width: int, *, rngs: nnx.Rngs):
        self.inner = nnx.Linear(width, width, rngs=rngs)
        self.gate = nnx.Linear(width, width, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return x + jax.nn.sigmoid(self.gate(x)) * jax.nn.relu(self.inner(x))


class Body(nnx.Module):
    def __init__(self, d_in: int, width: int, *, rngs: nnx.Rngs):
        self.stem = nnx.Linear(d_in, width, rngs=rngs)
        self.block = Block(width, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.block(self.stem(x))


class Net(nnx.Module):
    def __init__(self, d_in: int, width: int, d_out: int, *, rngs: nnx.Rngs):
        self.body = Body(d_in, width, rngs=rngs)
        self.head = nnx.Linear(width, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(self.body(x))


def three_levels(weights: Mapping[str, jax.Array], x: jax.Array) -> tuple[jax.Array, nnx.State]:
    """The output of the trained model on `x`, and the state of the model."""
    width, d_in = weights["body.stem.weight"].shape
    model = Net(d_in, width, weights["head.bias"].shape[0], rngs=nnx.Rngs(0))
    for layer, name in (
        (model.body.stem, "body.stem"),
        (model.body.block.inner, "body.block.inner"),
        (model.body.block.gate, "body.block.gate"),
        (model.head, "head"),
    ):
        layer.kernel[...] = weights[name + ".weight"].T
        layer.bias[...] = weights[name + ".bias"]
    return model(x), nnx.state(model)
