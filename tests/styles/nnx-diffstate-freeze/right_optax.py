"""Plain JAX and Optax on the Params of the head."""

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
    graphdef, head, rest = nnx.split(model, HEAD, ...)
    adamw = optax.adamw(lr, weight_decay=0.1)
    state = adamw.init(head)

    @jax.jit
    def step(head, state):
        loss, grads = jax.value_and_grad(lambda head: jnp.mean((nnx.merge(graphdef, head, rest)(x) - y) ** 2))(head)
        updates, state = adamw.update(grads, state, head)
        return optax.apply_updates(head, updates), state, loss

    losses = []
    for _ in range(steps):
        head, state, loss = step(head, state)
        losses.append(loss)
    return {"losses": jnp.array(losses), "model": nnx.merge(graphdef, head, rest)}
