"""`rate` has a bias, and PyTorch has none there: its state dict has no `rate.bias`. It is zero, so the output is right. But
training would move it, and the two models would no longer be the same."""

# fact: has nnx.Linear(d, out, rngs=_)

from typing import Any

import jax
from flax import nnx


class Rater(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.mix = nnx.Linear(d, d, rngs=rngs)
        self.rate = nnx.Linear(d, out, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.rate(nnx.relu(self.mix(x)))


def torch_linear(state: dict[str, jax.Array], x: jax.Array) -> dict[str, Any]:
    out, d = state["rate.weight"].shape
    model = Rater(d, out, rngs=nnx.Rngs(0))

    model.mix.kernel[...] = state["mix.weight"].T
    model.mix.bias[...] = state["mix.bias"]
    model.rate.kernel[...] = state["rate.weight"].T
    return {"model": model, "y": model(x)}
