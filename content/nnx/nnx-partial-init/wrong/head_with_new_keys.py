"""The head is not what this seed gives today. It was built with an `nnx.Rngs` of its own, which begins with the
first key; in the constructor, the backbone has taken its keys before. Let the constructor of `Net` build all,
and compile it."""

# fact: checks

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
    d, width = saved["kernel"].shape
    model = nnx.eval_shape(lambda: Net(d, width, rngs=nnx.Rngs(seed)))
    rngs = nnx.Rngs(seed)
    nnx.update(model.backbone, saved)
    model.norm = nnx.LayerNorm(width, rngs=rngs)
    model.head = nnx.Linear(width, 3, rngs=rngs)
    return {"y": model(x), "model": model}
