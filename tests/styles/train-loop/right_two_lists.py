"""A list for each epoch."""

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
    key = jax.random.key(seed)

    @nnx.jit
    def step(model: Net, optimizer: nnx.Optimizer, x: jax.Array, y: jax.Array) -> jax.Array:
        def mean_error(model: Net) -> jax.Array:
            return jnp.mean((model(x) - y) ** 2)

        loss, grads = nnx.value_and_grad(mean_error)(model)
        optimizer.update(model, grads)
        return loss

    losses = []
    for epoch in range(epochs):
        order = jax.random.permutation(jax.random.fold_in(key, epoch), x.shape[0])
        batches = [order[i * size : (i + 1) * size] for i in range(x.shape[0] // size)]
        losses.append(jnp.stack([step(model, optimizer, x[rows], y[rows]) for rows in batches]))
    params = nnx.to_pure_dict(nnx.state(model, nnx.Param))
    return {"losses": jnp.stack(losses), "params": params}
