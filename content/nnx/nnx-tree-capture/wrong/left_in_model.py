"""The model was called once more, without capture, and what it sowed is still in it. From now on it would be saved with the model, and change its structure. Capture it, so that the
model stays as it was."""

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


@nnx.jit
def forward(model, x):
    return model(x)


def tree_capture(seed: int, x: jax.Array, depth: int):
    model = Tower(x.shape[1], depth, rngs=nnx.Rngs(seed))
    y = forward(model, x)
    model(x)
    acts = [jnp.stack(block.act.get_value()) for block in model.blocks]
    return {"y": y, "active": jnp.stack([(act > 0).mean(axis=(0, 1)) for act in acts])}
