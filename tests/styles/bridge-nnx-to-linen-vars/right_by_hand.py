"""Every entry is written out."""

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
    first, second = model.layers
    norm = model.norm

    def dense(layer):
        return {"kernel": layer.kernel[...], "bias": layer.bias[...]}

    variables = {
        "params": {
            "norm": {"scale": norm.scale[...], "bias": norm.bias[...]},
            "layers_0": dense(first),
            "layers_1": dense(second),
        },
        "batch_stats": {"norm": {"mean": norm.mean[...], "var": norm.var[...]}},
    }
    return {"losses": jnp.stack(losses), "variables": variables}
