"""Both weights are transposed, and the head has no bias."""

from typing import Any

import jax
from flax import nnx


class Rater(nnx.Module):
    def __init__(self, d: int, out: int, *, rngs: nnx.Rngs):
        self.mix = nnx.Linear(d, d, rngs=rngs)
        self.rate = nnx.Linear(d, out, use_bias=False, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.rate(nnx.relu(self.mix(x)))


def torch_linear(state: dict[str, jax.Array], x: jax.Array) -> dict[str, Any]:
    out, d = state["rate.weight"].shape
    model = Rater(d, out, rngs=nnx.Rngs(0))
    model.mix.kernel[...] = state["mix.weight"].T
    model.mix.bias[...] = state["mix.bias"]
    model.rate.kernel[...] = state["rate.weight"].T
    return {"model": model, "y": model(x)}
