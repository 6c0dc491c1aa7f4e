"""The whole layer is exchanged for an abstract one with the saved arrays, inside nnx.jit with a traced key."""

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


def partial_init(seed: int, saved: dict[str, jax.Array], x: jax.Array) -> dict[str, Any]:
    @nnx.jit
    def build(key, saved):
        d, width = saved["kernel"].shape
        model = Net(d, width, rngs=nnx.Rngs(key))
        layer = nnx.eval_shape(lambda: nnx.Linear(d, width, rngs=nnx.Rngs(0)))
        layer.kernel.set_value(saved["kernel"])
        layer.bias.set_value(saved["bias"])
        model.backbone = layer
        return model

    model = build(jax.random.key(seed), saved)
    return {"model": model, "y": model(x)}
