from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


@nnx.jit
def train_step(model, optimizer, x, y):
    def loss_fn(model):
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = nnx.compat.value_and_grad(loss_fn, argnums=nnx.DiffState(0, nnx.LoRAParam))(model)
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
    model = nnx.LoRA(x.shape[1], rank, y.shape[1], base_module=base, rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.adam(lr), wrt=nnx.LoRAParam)
    losses = [train_step(model, optimizer, x, y) for _ in range(steps)]
    return {"losses": jnp.stack(losses), "model": model}
