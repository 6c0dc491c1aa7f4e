"""jax.tree_util gives the path."""

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
    return jax.tree_util.tree_map_with_path(lambda path, _: "kernel" in jax.tree_util.keystr(path), params)


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
