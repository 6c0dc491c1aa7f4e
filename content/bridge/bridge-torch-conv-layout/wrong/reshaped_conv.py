"""The weight of the convolution was reshaped to the shape of the kernel. All shapes fit, and the numbers are in other places. It is
the axes that have to change places."""

# fact: has state["conv.weight"].reshape(...)

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
    model.conv.kernel[...] = state["conv.weight"].reshape(3, 3, c, features)
    blocks = state["fc.weight"].reshape(out, features, h, w)
    model.fc.kernel[...] = blocks.transpose(2, 3, 1, 0).reshape(-1, out)
    y = model(jnp.moveaxis(x, 1, -1))
    return {"model": model, "y": y}
