"""These are the activations, and not the gradients there. How large an output is says nothing about how much the
loss depends on it. Differentiate the loss with respect to the zeros of `perturb`."""

# fact: has self.sow(...)

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, 4, rngs=rngs)

    def __call__(self, h: jax.Array) -> jax.Array:
        h = nnx.tanh(self.linear(h))
        self.sow(nnx.Intermediate, "output", h)
        return h


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
    out, found = nnx.capture(model, nnx.Intermediate)(x)
    outputs = [found["blocks"][i]["output"].get_value()[0] for i in range(depth)]
    return {"loss": jnp.mean((out - y) ** 2), "grads": jnp.stack(outputs)}
