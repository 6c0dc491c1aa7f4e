"""A captured function, compiled by jax.jit."""

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d, *, rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)

    def __call__(self, x):
        act = nnx.relu(self.linear(x))
        self.sow(nnx.Intermediate, "act", act)
        return x + act


class Tower(nnx.Module):
    def __init__(self, d, depth, *, rngs):
        self.blocks = nnx.List([Block(d, rngs=rngs) for _ in range(depth)])

    def __call__(self, x):
        for _ in range(2):
            for block in self.blocks:
                x = block(x) - x.mean()
        return x


def call(model, x):
    return model(x)


@jax.jit
def forward(model, x):
    return nnx.capture(call, nnx.Intermediate)(model, x)


def tree_capture(seed, x, depth):
    model = Tower(x.shape[1], depth, rngs=nnx.Rngs(seed))
    y, seen = forward(model, x)
    blocks = seen["blocks"]
    active = []
    for i in range(depth):
        one, two = blocks[i]["act"].get_value()
        active.append(((one > 0).mean(0) + (two > 0).mean(0)) / 2)
    return {"y": y, "active": jnp.array(active)}
