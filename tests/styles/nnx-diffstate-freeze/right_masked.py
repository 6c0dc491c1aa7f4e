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


@nnx.jit
def train_step(model, optimizer, x, y):
    def loss_fn(model):
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(loss_fn)(model)
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

    # optax itself leaves the backbone out: no running means, no decay.
    def label(params):
        return nnx.map_state(lambda path, _: "train" if path[0] == "head" else "freeze", params)

    tx = optax.multi_transform({"train": adamw, "freeze": optax.set_to_zero()}, label)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    losses = [train_step(model, optimizer, x, y) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "model": model}
