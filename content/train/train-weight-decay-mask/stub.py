"""Decay for the kernels alone

`decay_kernels(seed, x, y, depth, lr, decay, steps)` trains
a network with Adam and weight decay. A mask leaves out what
has one axis only: biases, and the scales of norms. In a
network of single layers that went well. Here the layers of
all blocks are stacked. The symptom: the norms' scales
shrink, and so do some biases.

Mend it: the decay is for the kernels, for those of the
blocks and that of the head, and for nothing else. The
blocks stay stacked, and the rule need not know them by
name.

    seed     int
    x        float32 array of shape (n, in)
    y        float32 array of shape (n, out)
    depth    int, 1 or more: the number of blocks
    lr       float, the learning rate
    decay    float, the weight decay of optax.adamw
    steps    int, 1 or more
    returns  a dict: "losses", float32 of shape (steps,),
             each measured before its step; "params", what
             the Params hold at the end, as the nested dict
             that nnx.to_pure_dict makes of their State

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
import optax
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.norm = nnx.LayerNorm(d, rngs=rngs)
        self.layer = nnx.Linear(d, d, rngs=rngs)

    def __call__(self, h: jax.Array) -> jax.Array:
        return h + nnx.tanh(self.layer(self.norm(h)))


@nnx.scan(in_axes=(nnx.Carry, 0), out_axes=nnx.Carry)
def through(h: jax.Array, block: Block) -> jax.Array:
    return block(h)


class Net(nnx.Module):
    """`depth` blocks whose Params are stacked, and a head."""

    def __init__(
        self,
        d: int,
        depth: int,
        d_out: int,
        *,
        rngs: nnx.Rngs,
    ):
        keys = jax.random.split(rngs.params(), depth)
        build = nnx.vmap(lambda key: Block(d, rngs=nnx.Rngs(key)))
        self.blocks = build(keys)
        self.head = nnx.Linear(d, d_out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(through(x, self.blocks))


def mean_error(
    model: Net,
    x: jax.Array,
    y: jax.Array,
) -> jax.Array:
    return ((model(x) - y) ** 2).mean()


@nnx.jit
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


def is_decayed(params: nnx.State) -> nnx.State:
    # True for what is decayed: all that has two axes.
    return jax.tree.map(lambda param: param.ndim > 1, params)


def decay_kernels(
    seed: int,
    x: jax.Array,
    y: jax.Array,
    depth: int,
    lr: float,
    decay: float,
    steps: int,
) -> dict[str, Any]:
    rngs = nnx.Rngs(seed)
    model = Net(x.shape[1], depth, y.shape[1], rngs=rngs)
    tx = optax.adamw(lr, weight_decay=decay, mask=is_decayed)
    optimizer = nnx.Optimizer(model, tx, wrt=nnx.Param)
    losses = []
    for _ in range(steps):
        losses.append(step(model, optimizer, x, y))
    return {
        "losses": jnp.stack(losses),
        "params": nnx.to_pure_dict(nnx.state(model, nnx.Param)),
    }
