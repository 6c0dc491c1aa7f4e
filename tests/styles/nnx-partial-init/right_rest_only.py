"""Only the rest is returned by the compiled function, and merged with the saved weights."""

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
    is_backbone = nnx.PathContains("backbone")

    @nnx.jit
    def draw_rest():
        return nnx.split(Net(d, width, rngs=nnx.Rngs(seed)), is_backbone, ...)[2]

    graphdef, backbone, _ = nnx.split(nnx.eval_shape(lambda: Net(d, width, rngs=nnx.Rngs(0))), is_backbone, ...)
    nnx.replace_by_pure_dict(backbone, {"backbone": saved})
    model = nnx.merge(graphdef, backbone, draw_rest())
    return {"y": model(x), "model": model}
