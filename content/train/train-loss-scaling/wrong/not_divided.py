"""The gradients are not divided by the scale again. Each step is so many times too long, and the momentum mixes
gradients of different scales."""

# fact: checks

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx

HALF = jnp.float16


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 8, dtype=HALF, rngs=rngs)
        self.head = nnx.Linear(8, d_out, dtype=HALF, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.hidden(x)))


def scaled_training(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    weight: float,
    lr: float,
    scale: float,
    patience: int,
) -> dict[str, Any]:
    d_in, d_out = xs.shape[-1], ys.shape[-1]
    net = Net(d_in, d_out, rngs=nnx.Rngs(seed))
    graphdef, params = nnx.split(net)
    tx = optax.sgd(lr / weight, momentum=0.9)

    def loss_of(
        params: nnx.State,
        x: jax.Array,
        y: jax.Array,
    ) -> jax.Array:
        answer = nnx.merge(graphdef, params)(x)
        error = answer.astype(jnp.float32) - y
        return weight * jnp.mean(error**2)

    def step(carry: Any, batch: Any) -> tuple[Any, Any]:
        params, memory, scale, good = carry

        def scaled_loss(params: nnx.State) -> Any:
            loss = loss_of(params, *batch)
            return scale * loss, loss

        grad_of = jax.value_and_grad(scaled_loss, has_aux=True)
        (_, loss), grads = grad_of(params)
        flags = [jnp.isfinite(g).all() for g in jax.tree.leaves(grads)]
        finite = jnp.stack(flags).all()

        updates, new_memory = tx.update(grads, memory)
        new = (optax.apply_updates(params, updates), new_memory)
        params, memory = jax.tree.map(
            lambda ours, old: jnp.where(finite, ours, old),
            new,
            (params, memory),
        )

        good = jnp.where(finite, good + 1, 0)
        grown = jnp.where(good == patience, 2 * scale, scale)
        good = jnp.where(good == patience, 0, good)
        next_scale = jnp.where(finite, grown, scale / 2)
        return (params, memory, next_scale, good), (loss, scale)

    start = (params, tx.init(params), jnp.float32(scale), 0)
    last, (losses, scales) = jax.lax.scan(step, start, (xs, ys))
    return {
        "losses": losses / weight,
        "scales": scales,
        "params": nnx.to_pure_dict(last[0]),
    }
