"""nnx.Optimizer, with nnx.cond."""

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
    optimizer = nnx.Optimizer(net, optax.sgd(lr / weight, momentum=0.9), wrt=nnx.Param)

    def loss_of(net, scale, x, y):
        error = net(x).astype(jnp.float32) - y
        loss = weight * jnp.mean(error**2)
        return scale * loss, loss

    @nnx.jit
    def step(net, optimizer, scale, x, y):
        (_, loss), grads = nnx.value_and_grad(loss_of, has_aux=True)(net, scale, x, y)
        grads = jax.tree.map(lambda g: g / scale, grads)
        finite = jnp.isfinite(optax.tree.norm(grads))
        old = [nnx.to_pure_dict(nnx.state(part)) for part in (net, optimizer)]
        optimizer.update(net, grads)
        for part, before in zip((net, optimizer), old, strict=True):
            now = nnx.to_pure_dict(nnx.state(part))
            nnx.update(part, jax.tree.map(lambda a, b: jnp.where(finite, a, b), now, before))
        return loss, finite

    scale, good = jnp.float32(scale), 0
    losses, scales = [], []
    for x, y in zip(xs, ys, strict=True):
        loss, finite = step(net, optimizer, scale, x, y)
        losses.append(loss)
        scales.append(scale)
        good = jnp.where(finite, good + 1, 0)
        scale = jnp.where(finite, jnp.where(good >= patience, 2.0, 1.0), 0.5) * scale
        good = good % patience
    return {
        "losses": jnp.array(losses) / weight,
        "scales": jnp.array(scales),
        "params": nnx.to_pure_dict(nnx.state(net, nnx.Param)),
    }
