"""A copy is initialised."""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import linen as nn
from flax import nnx


class Encoder(nn.Module):
    @nn.compact
    def __call__(self, x: jax.Array) -> jax.Array:
        x = nn.tanh(nn.Dense(6)(x))
        return nn.tanh(nn.Dense(4)(x))


class Net(nnx.Module):
    def __init__(self, out: int, *, rngs: nnx.Rngs):
        zeros = nnx.initializers.zeros
        self.encoder = nnx.bridge.ToNNX(Encoder(), rngs=rngs)
        self.head = nnx.Linear(4, out, kernel_init=zeros, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(self.encoder(x))


@nnx.jit
def train_step(
    net: Net,
    optimizer: nnx.Optimizer,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    graphdef, params, rest = nnx.split(net, nnx.Param, ...)

    def mean_error(params):
        model = nnx.merge(graphdef, params, rest, copy=True)
        return jnp.mean((model(x) - y) ** 2)

    loss, grads = jax.value_and_grad(mean_error)(params)
    optimizer.update(net, grads)
    return loss


def to_nnx_dense(
    variables: dict[str, Any],
    x: jax.Array,
    y: jax.Array,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    net = Net(y.shape[1], rngs=nnx.Rngs(0))
    nnx.bridge.lazy_init(nnx.clone(net), x)
    tx = optax.sgd(lr, momentum=0.9)
    optimizer = nnx.Optimizer(net, tx, wrt=nnx.Param)
    losses = [train_step(net, optimizer, x, y) for _ in range(steps)]
    params = nnx.to_pure_dict(nnx.state(net.encoder, nnx.Param))
    return {"losses": jnp.stack(losses), "variables": {"params": params}}
