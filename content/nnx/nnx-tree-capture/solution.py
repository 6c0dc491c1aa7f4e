"""What was sown leaves the compiled function beside the output."""

import jax
import jax.numpy as jnp
from flax import nnx


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        act = nnx.relu(self.linear(x))
        self.sow(nnx.Intermediate, "act", act)
        return x + act


class Tower(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        blocks = [Block(d, rngs=rngs) for _ in range(depth)]
        self.blocks = nnx.List(blocks)

    def __call__(self, x: jax.Array) -> jax.Array:
        for _ in range(2):
            for block in self.blocks:
                x = block(x) - x.mean()
        return x


@nnx.jit
def forward(model: Tower, x: jax.Array) -> tuple[jax.Array, nnx.State]:
    return nnx.capture(model, nnx.Intermediate)(x)


def tree_capture(seed: int, x: jax.Array, depth: int) -> dict[str, jax.Array]:
    """The output of the tower, and how often each unit of each block was active."""
    model = Tower(x.shape[1], depth, rngs=nnx.Rngs(seed))
    y, seen = forward(model, x)
    acts = [jnp.stack(seen["blocks"][i]["act"].get_value()) for i in range(depth)]
    return {"y": y, "active": jnp.stack([(act > 0).mean(axis=(0, 1)) for act in acts])}
