"""As a fix of what is there."""

from typing import Any

import jax
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
    model.conv.kernel[...] = state["conv.weight"].T.transpose(1, 0, 2, 3)
    kernel = state["fc.weight"].T.reshape(features, h, w, out)
    model.fc.kernel[...] = kernel.transpose(1, 2, 0, 3).reshape(-1, out)
    return {"model": model, "y": model(x.transpose(0, 2, 3, 1))}
