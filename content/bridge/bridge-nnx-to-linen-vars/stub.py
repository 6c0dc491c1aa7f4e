"""NNX weights for a Linen program

The code below trains a Tower in NNX, and that works. A
Linen program, LinenTower, is going to use it. Extend
`nnx_to_linen_vars(seed, x, y, lr, steps)`: besides the
losses it returns the variables with which

    LinenTower(y.shape[1]).apply(variables, x)

gives what the trained Tower gives for x in evaluation
mode. They are dicts of arrays, with the collections and
names of LinenTower, and nothing else in them.

    seed     int
    x        float32 array of shape (n, d)
    y        float32 array of shape (n, out)
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict: "losses", those of the code below,
             float32 of shape (steps,); "variables", a
             dict of dicts of float32 arrays

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import linen as nn
from flax import nnx


class LinenTower(nn.Module):
    out: int

    def setup(self):
        self.norm = nn.BatchNorm(use_running_average=True)
        self.layers = [nn.Dense(6), nn.Dense(self.out)]

    def __call__(self, x: jax.Array) -> jax.Array:
        x = nn.tanh(self.layers[0](self.norm(x)))
        return self.layers[1](x)


class Tower(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.norm = nnx.BatchNorm(d, momentum=0.8, rngs=rngs)
        layers = [
            nnx.Linear(d, 6, rngs=rngs),
            nnx.Linear(6, out, rngs=rngs),
        ]
        self.layers = nnx.List(layers)

    def __call__(self, x: jax.Array) -> jax.Array:
        x = nnx.tanh(self.layers[0](self.norm(x)))
        return self.layers[1](x)


@nnx.jit
def train_step(
    model: Tower,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def mean_error(params):
        net = nnx.merge(graphdef, params, rest, copy=True)
        loss = jnp.mean((net(x) - y) ** 2)
        return loss, nnx.state(net, nnx.BatchStat)

    gradient = jax.value_and_grad(mean_error, has_aux=True)
    (loss, moved), grads = gradient(params)
    nnx.update(model, moved)
    optimizer.update(model, grads)
    return loss


def nnx_to_linen_vars(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    model = Tower(x.shape[1], y.shape[1], rngs=nnx.Rngs(seed))
    optimizer = nnx.Optimizer(model, optax.sgd(lr), wrt=nnx.Param)
    losses = [train_step(model, optimizer, x, y) for _ in range(steps)]
    # The variables for Linen are missing.
    return {"losses": jnp.stack(losses)}
