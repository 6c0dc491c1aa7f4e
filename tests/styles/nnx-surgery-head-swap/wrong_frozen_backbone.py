from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.backbone = nnx.Linear(d, 6, rngs=rngs)
        self.head = nnx.Linear(6, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.backbone(x)))


@nnx.jit
def train_step(model, optimizer, x, y):
    def loss_fn(model):
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(loss_fn)(model)
    optimizer.update(model, grads)
    return loss


def train(model, optimizer, x, y, steps):
    losses = [train_step(model, optimizer, x, y) for _ in range(steps)]
    return jnp.stack(losses)


def surgery_head_swap(
    seed: int,
    x: jax.Array,
    old: jax.Array,
    new: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], old.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=nnx.Param)
    first = train(model, optimizer, x, old, steps)
    # only the head is trained in the second stage
    model.head = nnx.Linear(6, new.shape[1], rngs=nnx.Rngs(seed + 1))
    only = nnx.All(nnx.Param, nnx.PathContains("head"))
    optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=only)

    def loss_fn(model):
        return jnp.mean((model(x) - new) ** 2)

    second = []
    for _ in range(steps):
        loss, grads = nnx.value_and_grad(loss_fn, argnums=nnx.DiffState(0, only))(model)
        optimizer.update(model, grads)
        second.append(loss)
    return {"first": first, "second": jnp.stack(second), "model": model}
