"""A compiled step, scanned over the batches of an epoch."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 8, rngs=rngs)
        self.out = nnx.Linear(8, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(nnx.tanh(self.hidden(x)))


def train_loop(seed: int, x: jax.Array, y: jax.Array, size: int, epochs: int, lr: float) -> dict[str, Any]:
    model = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr, momentum=0.9), wrt=nnx.Param)
    graphdef, state = nnx.split((model, optimizer))
    key = jax.random.key(seed)

    @jax.jit
    def step(state: Any, rows: jax.Array) -> Any:
        model, optimizer = nnx.merge(graphdef, state, copy=True)

        def mean_error(model: Net) -> jax.Array:
            return jnp.mean((model(x[rows]) - y[rows]) ** 2)

        loss, grads = nnx.value_and_grad(mean_error)(model)
        optimizer.update(model, grads)
        return nnx.state((model, optimizer)), loss

    orders = [jax.random.permutation(jax.random.fold_in(key, epoch), len(x)) for epoch in range(epochs)]
    used = len(x) // size * size
    rows = jnp.stack([order[:used].reshape(-1, size) for order in orders]).reshape(-1, size)
    state, losses = jax.lax.scan(step, state, rows)
    model, _ = nnx.merge(graphdef, state)
    params = nnx.to_pure_dict(nnx.state(model, nnx.Param))
    return {"losses": losses.reshape(epochs, -1), "params": params}
