"""jax.jit of a pure step."""

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d_in: int, d_out: int, *, rngs: nnx.Rngs):
        self.hidden = nnx.Linear(d_in, 6, rngs=rngs)
        self.out = nnx.Linear(6, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.out(nnx.tanh(self.hidden(x)))


def train_and_average(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    every: int,
    lr: float,
) -> dict[str, jax.Array]:
    graphdef, params = nnx.split(Net(xs.shape[-1], ys.shape[-1], rngs=nnx.Rngs(seed)))
    params = nnx.as_pure(params)
    tx = optax.sgd(lr, momentum=0.9)
    memory = tx.init(params)

    def error(params, x, y):
        return ((nnx.merge(graphdef, params)(x) - y) ** 2).mean()

    def step(params, memory, x, y):
        loss, grads = jax.value_and_grad(error)(params, x, y)
        updates, memory = tx.update(grads, memory)
        return optax.apply_updates(params, updates), memory, loss

    step = jax.jit(step, donate_argnames=("params", "memory"))
    losses, kernels = [], []
    for i in range(len(xs)):
        params, memory, loss = step(params, memory, xs[i], ys[i])
        losses.append(loss)
        if (i + 1) % every == 0:
            kernels.append(params["hidden"]["kernel"] + 0.0)
    return {
        "losses": jnp.stack(losses),
        "average": jnp.mean(jnp.stack(kernels), axis=0),
        "last": params["hidden"]["kernel"],
    }
