"""moveaxis for each."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


class Classifier(nnx.Module):
    def __init__(
        self,
        c: int,
        features: int,
        h: int,
        w: int,
        out: int,
        *,
        rngs: nnx.Rngs,
    ):
        self.conv = nnx.Conv(c, features, (3, 3), rngs=rngs)
        self.fc = nnx.Linear(h * w * features, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        x = nnx.relu(self.conv(x))
        return self.fc(x.reshape(x.shape[0], -1))


def torch_conv_layout(
    state: dict[str, jax.Array],
    x: jax.Array,
) -> dict[str, Any]:
    features, c, _, _ = state["conv.weight"].shape
    out = state["fc.weight"].shape[0]
    h, w = x.shape[2:]
    model = Classifier(c, features, h, w, out, rngs=nnx.Rngs(0))
    model.conv.bias[...] = state["conv.bias"]
    model.fc.bias[...] = state["fc.bias"]
    model.conv.kernel[...] = jnp.moveaxis(state["conv.weight"], (0, 1), (3, 2))
    blocks = jnp.moveaxis(state["fc.weight"].reshape(out, features, h, w), 1, -1)
    model.fc.kernel[...] = blocks.reshape(out, -1).T
    y = model(jnp.moveaxis(x, 1, -1))
    return {"model": model, "y": y}
