"""The mean of the activations, not the share."""

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


@nnx.jit
def forward(model, x):
    return nnx.capture(model, nnx.Intermediate)(x)


def tree_capture(seed, x, depth):
    y, seen = forward(Tower(x.shape[1], depth, rngs=nnx.Rngs(seed)), x)
    acts = [jnp.stack(seen["blocks"][i]["act"].get_value()) for i in range(depth)]
    return {"y": y, "active": jnp.stack([act.mean(axis=(0, 1)) for act in acts])}
