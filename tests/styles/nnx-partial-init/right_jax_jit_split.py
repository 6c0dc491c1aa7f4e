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


# jax.jit gives the pure state, new Params replace those of the backbone, and merge makes the model.
def partial_init(seed: int, saved: dict[str, jax.Array], x: jax.Array) -> dict[str, Any]:
    d, width = saved["kernel"].shape

    def build(saved):
        model = Net(d, width, rngs=nnx.Rngs(seed))
        model.backbone.kernel = nnx.Param(saved["kernel"])
        model.backbone.bias = nnx.Param(saved["bias"])
        return nnx.split(model)

    graphdef = nnx.eval_shape(build, saved)[0]
    state = jax.jit(lambda saved: build(saved)[1])(saved)
    model = nnx.merge(graphdef, state)
    return {"y": model(x), "model": model}
