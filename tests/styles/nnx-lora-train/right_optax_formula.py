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
    model = nnx.LoRA(x.shape[1], rank, y.shape[1], base_module=base, rngs=nnx.Rngs(seed))
    # The formula of LoRA on two arrays; they are written back at the end.
    frozen = base(x)

    def loss_fn(pair):
        a, b = pair
        return jnp.mean((frozen + x @ a @ b - y) ** 2)

    pair = (model.lora_a[...], model.lora_b[...])
    tx = optax.adam(lr)

    @jax.jit
    def step(pair, opt_state):
        loss, grads = jax.value_and_grad(loss_fn)(pair)
        updates, opt_state = tx.update(grads, opt_state, pair)
        return optax.apply_updates(pair, updates), opt_state, loss

    opt_state = tx.init(pair)
    losses = []
    for _ in range(steps):
        pair, opt_state, loss = step(pair, opt_state)
        losses.append(loss)
    model.lora_a.set_value(pair[0])
    model.lora_b.set_value(pair[1])
    return {"losses": jnp.stack(losses), "model": model}
