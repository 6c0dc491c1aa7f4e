"""The model was called without `nnx.jit`, and what was sown was taken out of it. The numbers are right, and the call is not compiled any more. `nnx.capture` works inside of a
compiled function."""

# fact: checks

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


def tree_capture(seed: int, x: jax.Array, depth: int):
    model = Tower(x.shape[1], depth, rngs=nnx.Rngs(seed))
    y = model(x)
    seen = nnx.pop(model, nnx.Intermediate)
    acts = [jnp.stack(seen["blocks"][i]["act"].get_value()) for i in range(depth)]
    return {"y": y, "active": jnp.stack([(act > 0).mean(axis=(0, 1)) for act in acts])}
