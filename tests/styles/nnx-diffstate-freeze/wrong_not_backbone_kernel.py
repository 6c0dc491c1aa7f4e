from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.backbone = nnx.Linear(d, 5, rngs=rngs)
        self.head = nnx.Linear(5, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.backbone(x)))


HEAD = nnx.All(nnx.Param, nnx.Not(nnx.PathContains("kernel")))  # all biases


@nnx.jit
def train_step(model, optimizer, x, y):
    graphdef, params, rest = nnx.split(model, HEAD, ...)

    def loss_fn(params):
        model = nnx.merge(graphdef, params, rest)
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(loss_fn)(params)
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
    adamw = optax.adamw(lr, weight_decay=0.1)
    optimizer = nnx.Optimizer(model, adamw, wrt=HEAD)
    losses = [train_step(model, optimizer, x, y) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "model": model}
