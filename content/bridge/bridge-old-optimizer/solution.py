"""The program keeps the net itself, and hands both to the step."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.shift = nnx.Variable(jnp.zeros(1))
        self.hidden = nnx.Linear(d, 6, rngs=rngs)
        self.head = nnx.Linear(6, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        x = x - self.shift[...]
        return self.head(nnx.tanh(self.hidden(x)))


@nnx.jit
def step(
    net: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    def mean_error(model):
        return jnp.mean((model(x) - y) ** 2)

    gradient = nnx.value_and_grad(mean_error)
    loss, grads = gradient(net)
    optimizer.update(net, grads)
    return loss


def old_optimizer(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    net = Net(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(net, optax.adam(lr), wrt=nnx.Param)
    net.shift.set_value(x.mean(0))
    begin = net.head.kernel[...]
    losses = [step(net, optimizer, x, y) for _ in range(steps)]
    moved = net.head.kernel[...] - begin
    return {
        "losses": jnp.stack(losses),
        "moved": moved,
        "model": nnx.to_pure_dict(nnx.state(net)),
        "optimizer": nnx.to_pure_dict(nnx.state(optimizer)),
    }
