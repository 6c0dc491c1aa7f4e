"""A mean that moves with each set."""

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


def mean_error(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit(donate_argnums=(0, 1))
def step(
    model: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    grad_of = nnx.value_and_grad(mean_error)
    loss, grads = grad_of(model, x, y)
    optimizer.update(model, grads)
    return loss


def train_and_average(
    seed: int,
    xs: jax.Array,
    ys: jax.Array,
    every: int,
    lr: float,
) -> dict[str, jax.Array]:
    model = Net(xs.shape[-1], ys.shape[-1], rngs=nnx.Rngs(seed))
    tx = optax.sgd(lr, momentum=0.9)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    mean = jax.tree.map(jnp.zeros_like, nnx.as_pure(nnx.state(model, nnx.Param)))
    losses, count = [], 0
    for i, (x, y) in enumerate(zip(xs, ys, strict=True), 1):
        losses.append(step(model, optimizer, x, y))
        if i % every == 0:
            now = nnx.as_pure(nnx.state(model, nnx.Param))
            count += 1
            mean = jax.tree.map(lambda m, p: m + (p - m) / count, mean, now)  # noqa: B023
    return {
        "losses": jnp.stack(losses),
        "average": mean["hidden"]["kernel"],
        "last": model.hidden.kernel[...],
    }
