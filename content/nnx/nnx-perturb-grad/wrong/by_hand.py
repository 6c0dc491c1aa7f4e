"""The zeros are added in a second way through the blocks, written beside the model. It gives the same numbers
until the model changes. `perturb` and `nnx.capture` let the model itself compute."""

# fact: has not nnx.capture(...)

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, 4, rngs=rngs)

    def __call__(self, h: jax.Array) -> jax.Array:
        return nnx.tanh(self.linear(h))


class Net(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        sizes = [d, *[4] * (depth - 1)]
        self.blocks = nnx.List([Block(size, rngs=rngs) for size in sizes])
        self.head = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        for block in self.blocks:
            x = block(x)
        return self.head(x)


def perturb_grad(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    depth: int,
) -> dict[str, jax.Array]:
    model = Net(x.shape[1], depth, rngs=nnx.Rngs(seed))

    def loss_fn(zeros):
        h = x
        for block, zero in zip(model.blocks, zeros, strict=True):
            h = block(h) + zero
        return jnp.mean((model.head(h) - y) ** 2)

    loss, grads = jax.value_and_grad(loss_fn)(jnp.zeros((depth, x.shape[0], 4)))
    return {"loss": loss, "grads": grads}
