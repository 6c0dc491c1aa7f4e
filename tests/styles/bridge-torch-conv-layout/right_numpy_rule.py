"""The values come from PyTorch's rules, written in jnp; the model is there beside it."""

import jax
import jax.numpy as jnp
from flax import nnx


class Classifier(nnx.Module):
    def __init__(self, state, h, w):
        features, c, _, _ = state["conv.weight"].shape
        self.conv = nnx.Conv(c, features, (3, 3), rngs=nnx.Rngs(0))
        self.fc = nnx.Linear(h * w * features, state["fc.bias"].size, rngs=nnx.Rngs(0))
        self.conv.kernel[...] = state["conv.weight"].transpose(2, 3, 1, 0)
        self.conv.bias[...] = state["conv.bias"]
        cells = state["fc.weight"].reshape(-1, features, h * w)
        self.fc.kernel[...] = cells.swapaxes(1, 2).reshape(cells.shape[0], -1).T
        self.fc.bias[...] = state["fc.bias"]

    def __call__(self, x):
        return self.fc(nnx.relu(self.conv(x)).reshape(len(x), -1))


def torch_conv_layout(state, x):
    h, w = x.shape[2:]
    padded = jnp.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    wanted = state["conv.bias"][:, None, None]
    for a in range(3):
        for b in range(3):
            window = padded[:, :, a : a + h, b : b + w]
            wanted = wanted + jnp.einsum("ncrs,oc->nors", window, state["conv.weight"][:, :, a, b])
    y = jax.nn.relu(wanted).reshape(len(x), -1) @ state["fc.weight"].T + state["fc.bias"]
    return {"model": Classifier(state, h, w), "y": y}
