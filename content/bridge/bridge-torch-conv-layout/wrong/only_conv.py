"""The convolution is right now. `fc` still has its weights in the order of `torch.flatten`: all places of the first channel, then
those of the second. What it gets here is all channels of the first place."""

# fact: has _.transpose(2, 3, 1, 0)
# fact: has state["fc.weight"].T

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
    model.conv.kernel[...] = state["conv.weight"].transpose(2, 3, 1, 0)
    model.fc.kernel[...] = state["fc.weight"].T
    y = model(jnp.moveaxis(x, 1, -1))
    return {"model": model, "y": y}
