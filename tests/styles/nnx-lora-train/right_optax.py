"""Plain JAX and Optax."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


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
    graphdef, adapter, rest = nnx.split(model, nnx.LoRAParam, ...)
    tx = optax.adam(lr)
    opt_state = tx.init(adapter)

    @jax.jit
    def step(adapter, opt_state):
        def loss_fn(adapter):
            return jnp.mean((nnx.merge(graphdef, adapter, rest)(x) - y) ** 2)

        loss, grads = jax.value_and_grad(loss_fn)(adapter)
        updates, opt_state = tx.update(grads, opt_state)
        return optax.apply_updates(adapter, updates), opt_state, loss

    losses = []
    for _ in range(steps):
        adapter, opt_state, loss = step(adapter, opt_state)
        losses.append(loss)
    nnx.update(model, adapter)
    return {"losses": jnp.stack(losses), "model": model}
