"""One compiled step, and whether the body moves is a static argument."""

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


@nnx.jit(static_argnames="both")
def train_step(model, head_optimizer, body_optimizer, x, y, both):
    loss, grads = loss_and_grads(model, x, y)
    head_optimizer.update(model, grads)
    if both:
        body_optimizer.update(model, grads)
    return loss


def optimizer_filtered(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
    every: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    head_optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=HEAD)
    body_optimizer = nnx.Optimizer(model, optax.adam(0.1 * lr), wrt=BODY)
    losses = []
    for step in range(steps):
        losses.append(train_step(model, head_optimizer, body_optimizer, x, y, both=step % every == 0))
    return {"losses": jnp.stack(losses), "model": model}
