"""The shares are computed inside of the compiled function."""

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
    y, seen = nnx.capture(model, nnx.Intermediate)(x)
    shares = [jnp.mean(jnp.concatenate(note.get_value()) > 0, axis=0) for _, note in nnx.to_flat_state(seen)]
    return y, jnp.stack(shares)


def tree_capture(seed, x, depth):
    y, active = forward(Tower(x.shape[1], depth, rngs=nnx.Rngs(seed)), x)
    return {"y": y, "active": active}
