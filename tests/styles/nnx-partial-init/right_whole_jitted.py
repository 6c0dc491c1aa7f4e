"""The whole function is compiled."""

from typing import Any

import jax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, width: int, *, rngs: nnx.Rngs):
        self.backbone = nnx.Linear(d, width, rngs=rngs)
        self.norm = nnx.LayerNorm(width, rngs=rngs)
        self.head = nnx.Linear(width, 3, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.head(nnx.relu(self.norm(self.backbone(x))))


def partial_init(
    seed: int,
    saved: dict[str, jax.Array],
    x: jax.Array,
) -> dict[str, Any]:
    def run(saved, x):
        model = Net(*saved["kernel"].shape, rngs=nnx.Rngs(seed))
        model.backbone.kernel[...] = saved["kernel"]
        model.backbone.bias[...] = saved["bias"]
        return model(x), model

    y, model = nnx.jit(run)(saved, x)
    return {"y": y, "model": model}
