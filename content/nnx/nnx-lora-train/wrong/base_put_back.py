"""`base` holds at the end what it held before, but it was trained on the way: the optimizer keeps running means
for its Params as well. Leave it out of the optimizer and of the gradients."""

# fact: checks

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


@nnx.jit
def train_step(model, optimizer, x, y):
    kept = nnx.to_pure_dict(nnx.state(model.base_module))

    def loss_fn(model):
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(loss_fn)(model)
    optimizer.update(model, grads)
    nnx.update(model.base_module, kept)
    return loss


def lora_train(
    base: nnx.Linear,
    seed: int,
    x: jax.Array,
    y: jax.Array,
    rank: int,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    model = nnx.LoRA(
        base.in_features,
        rank,
        base.out_features,
        base_module=base,
        rngs=nnx.Rngs(seed),
    )
    optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=nnx.Param)
    losses = [train_step(model, optimizer, x, y) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "model": model}
