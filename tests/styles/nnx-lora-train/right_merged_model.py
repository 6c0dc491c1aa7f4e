"""The model that is returned is merged anew."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


@nnx.jit
def train_step(model, optimizer, x, y):
    graphdef, adapter, rest = nnx.split(model, nnx.LoRAParam, ...)

    def loss_fn(adapter):
        model = nnx.merge(graphdef, adapter, rest)
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.value_and_grad(loss_fn)(adapter)
    optimizer.update(model, grads)
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
    optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=nnx.LoRAParam)
    losses = [train_step(model, optimizer, x, y) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "model": nnx.merge(*nnx.split(model))}
