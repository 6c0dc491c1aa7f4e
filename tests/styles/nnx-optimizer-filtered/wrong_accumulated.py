from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


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


def optimizer_filtered(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
    every: int,
) -> dict[str, Any]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    # the body gets the mean of the gradients since its last step
    head = nnx.PathContains("head")
    fast = nnx.Optimizer(model, optax.adam(lr), wrt=nnx.All(nnx.Param, head))
    tx = optax.MultiSteps(optax.adam(0.1 * lr), every_k_schedule=every)
    slow = nnx.Optimizer(model, tx, wrt=nnx.All(nnx.Param, nnx.Not(head)))
    losses = []
    for _ in range(steps):
        loss, grads = loss_and_grads(model, x, y)
        losses.append(loss)
        fast.update(model, grads)
        slow.update(model, grads)
    return {"losses": jnp.stack(losses), "model": model}
