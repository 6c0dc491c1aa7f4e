"""nnx.jit around, by name."""

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


def forward(model, x):
    seen_y = nnx.capture(model, nnx.Intermediate)(x)
    return seen_y


forward = nnx.jit(forward)


def tree_capture(seed, x, depth):
    model = Tower(x.shape[1], depth, rngs=nnx.Rngs(seed))
    y, seen = forward(model, x)
    pure = nnx.to_pure_dict(seen)["blocks"]
    acts = jnp.array([pure[i]["act"] for i in range(depth)])
    return {"y": y, "active": (acts > 0).astype(jnp.float32).mean((1, 2))}
