"""The Params of the backbone become Variables of another kind first, and the kinds are put back at the end."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx

HEAD = nnx.All(nnx.Param, nnx.PathContains("head"))


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.backbone = nnx.Linear(d, 5, rngs=rngs)
        self.head = nnx.Linear(5, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.backbone(x)))


@nnx.jit
def train_step(model, optimizer, x, y):
    graphdef, head, rest = nnx.split(model, HEAD, ...)

    def loss_fn(head):
        model = nnx.merge(graphdef, head, rest)
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(loss_fn)(head)
    optimizer.update(model, grads)
    return loss


def diffstate_freeze(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    chosen = nnx.PathContains("head")
    adamw = optax.adamw(lr, weight_decay=0.1)
    optimizer = nnx.Optimizer(model, adamw, wrt=chosen)
    losses = []
    for _ in range(steps):
        graphdef, head, backbone = nnx.split(model, chosen, ...)

        def loss_fn(head, graphdef=graphdef, backbone=backbone):
            return ((nnx.merge(graphdef, head, backbone)(x) - y) ** 2).mean()

        loss, grads = jax.value_and_grad(loss_fn)(head)
        losses.append(loss)
        optimizer.update(model, grads)
    return {"losses": jnp.stack(losses), "model": model}
