"""bfloat16 minus float32 is float32, so no cast is written."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 8, dtype=jnp.bfloat16, rngs=rngs)
        self.head = nnx.Linear(8, d_out, dtype=jnp.bfloat16, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.tanh(self.hidden(x)))


def bf16_step(seed: int, x: jax.Array, y: jax.Array, lr: float, steps: int) -> dict[str, Any]:
    graphdef, params = nnx.split(Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed)))

    def mean_error(params: nnx.State) -> jax.Array:
        answer = nnx.merge(graphdef, params)(x)
        return jnp.mean((answer - y) ** 2)

    def step(params: nnx.State, _: None) -> tuple[nnx.State, jax.Array]:
        loss, grads = jax.value_and_grad(mean_error)(params)
        return jax.tree.map(lambda p, g: p - lr * g, params, grads), loss

    params, losses = jax.lax.scan(step, params, length=steps)
    return {"losses": losses, "params": nnx.to_pure_dict(params)}
