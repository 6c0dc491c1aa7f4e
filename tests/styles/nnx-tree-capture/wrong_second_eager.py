# forward is compiled and called, and beside it the capture runs eagerly
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
def forward(model: Tower, x: jax.Array) -> jax.Array:
    return model(x)


def tree_capture(
    seed: int,
    x: jax.Array,
    depth: int,
) -> dict[str, jax.Array]:
    model = Tower(x.shape[1], depth, rngs=nnx.Rngs(seed))
    y = forward(model, x)
    _, seen = nnx.capture(model, nnx.Intermediate)(x)
    rows = []
    for i in range(depth):
        acts = jnp.concatenate(seen["blocks"][i]["act"].get_value())
        rows.append((acts > 0).mean(axis=0))
    return {"y": y, "active": jnp.stack(rows)}
