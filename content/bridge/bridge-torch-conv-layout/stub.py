"""Channels first, channels last

The code below ports this PyTorch module, which gets
pictures as (n, c, h, w):

def __init__(self, c, features, h, w, out):
    super().__init__()
    self.conv = nn.Conv2d(c, features, 3, padding=1)
    self.fc = nn.Linear(features * h * w, out)

def forward(self, x):
    x = torch.relu(self.conv(x))
    return self.fc(torch.flatten(x, 1))

Nothing is raised, and the scores are not PyTorch's. The
symptoms:

- where PyTorch's features answer to horizontal stripes,
  those of the port answer to vertical ones;
- a model with one feature, whose kernel does not change
  when rows and columns are exchanged, agrees; with more
  features none does.

Mend `torch_conv_layout(state, x)`. The class Classifier
is right, and stays as it is: it takes channels last, and
moves no axes. So each weight has to be brought into its
order.

    state    a dict of float32 arrays: "conv.weight",
             "conv.bias", "fc.weight", "fc.bias"
    x        float32 array of shape (n, c, h, w), as
             PyTorch gets it; n may be 1
    returns  a dict: "model", the Classifier with the
             weights in its order; and "y", what it
             gives, which is what PyTorch gives: float32
             of shape (n, out)

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

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
    model.conv.kernel[...] = state["conv.weight"].T
    model.fc.kernel[...] = state["fc.weight"].T
    y = model(jnp.moveaxis(x, 1, -1))
    return {"model": model, "y": y}
