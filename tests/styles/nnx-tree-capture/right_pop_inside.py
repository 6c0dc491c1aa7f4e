"""sow and pop, both inside of the compiled function."""

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
    y = model(x)
    return y, nnx.pop(model, nnx.Intermediate)


def tree_capture(seed, x, depth):
    model = Tower(x.shape[1], depth, rngs=nnx.Rngs(seed))
    y, seen = forward(model, x)
    acts = [jnp.stack(seen["blocks"][i]["act"].get_value()) for i in range(depth)]
    return {"y": y, "active": jnp.stack([(act > 0).mean(axis=(0, 1)) for act in acts])}
