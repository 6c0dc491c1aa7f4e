"""Freeze by masking gradients

`grad_mask(seed, x, y, depth, lr, steps)` trains a network with
plain gradient descent, and every Param moves. Extend it: in the
backbone only the biases may move; its kernels stay as they were
drawn. In the head both kernel and bias move. The same code must
work for every depth.

    seed     int
    x        float32 array of shape (n, in)
    y        float32 array of shape (n, out)
    depth    int, 1 or more: the layers in the backbone
    lr       float, the learning rate
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,), each
             measured before the step of its number; "params",
             what the Params hold after the last step, as the
             nested dict that nnx.to_pure_dict makes

The values are compared with the reference's. Besides, it is
checked that the kernels of the backbone are, to the last bit,
what they were at the start.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(
        self,
        d_in: int,
        d_out: int,
        depth: int,
        *,
        rngs: nnx.Rngs,
    ):
        self.backbone = nnx.List()
        width = d_in
        for _ in range(depth):
            self.backbone.append(nnx.Linear(width, 4, rngs=rngs))
            width = 4
        self.head = nnx.Linear(4, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.backbone:
            x = nnx.tanh(layer(x))
        return self.head(x)


def grad_mask(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    depth: int,
    lr: float,
    steps: int,
) -> dict[str, Any]:
    net = Net(
        x.shape[1],
        y.shape[1],
        depth,
        rngs=nnx.Rngs(seed),
    )
    graphdef, params = nnx.split(net)

    def mean_error(params: nnx.State) -> jax.Array:
        return jnp.mean((nnx.merge(graphdef, params)(x) - y) ** 2)

    @jax.jit
    def step(
        params: nnx.State,
    ) -> tuple[nnx.State, jax.Array]:
        loss, grads = jax.value_and_grad(mean_error)(params)
        # Here: which gradients should be zero?
        params = jax.tree.map(lambda p, g: p - lr * g, params, grads)
        return params, loss

    losses = []
    for _ in range(steps):
        params, loss = step(params)
        losses.append(loss)
    return {
        "losses": jnp.stack(losses),
        "params": nnx.to_pure_dict(params),
    }
