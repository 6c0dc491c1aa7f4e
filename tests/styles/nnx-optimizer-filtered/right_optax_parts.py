"""Plain Optax, one state for each part."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx

HEAD = nnx.All(nnx.Param, nnx.PathContains("head"))
BODY = nnx.All(nnx.Param, nnx.Not(HEAD))


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.stem = nnx.Linear(d, 4, rngs=rngs)
        self.norm = nnx.LayerNorm(4, rngs=rngs)
        self.deep = nnx.Linear(4, 4, rngs=rngs)
        self.head = nnx.Linear(4, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        x = self.norm(nnx.tanh(self.stem(x)))
        return self.head(nnx.tanh(self.deep(x)))


@nnx.jit
def loss_and_grads(model, x, y):
    def loss_fn(model):
        return jnp.mean((model(x) - y) ** 2)

    return nnx.value_and_grad(loss_fn)(model)


@nnx.jit
def move(optimizer, model, grads):
    optimizer.update(model, grads)


def optimizer_filtered(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
    every: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    graphdef, head, body = nnx.split(model, HEAD, ...)
    head_tx, body_tx = optax.adam(lr), optax.adam(lr / 10)
    head_state, body_state = head_tx.init(head), body_tx.init(body)

    @jax.jit
    def gradients(head, body):
        def loss_fn(parts):
            return jnp.mean((nnx.merge(graphdef, *parts)(x) - y) ** 2)

        return jax.value_and_grad(loss_fn)((head, body))

    losses = []
    for step in range(steps):
        loss, (for_head, for_body) = gradients(head, body)
        losses.append(loss)
        updates, head_state = head_tx.update(for_head, head_state)
        head = optax.apply_updates(head, updates)
        if step % every == 0:
            updates, body_state = body_tx.update(for_body, body_state)
            body = optax.apply_updates(body, updates)
    return {"losses": jnp.stack(losses), "model": nnx.merge(graphdef, head, body)}
