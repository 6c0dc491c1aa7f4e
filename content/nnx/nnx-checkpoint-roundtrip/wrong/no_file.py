"""No file is written below `folder`: the model was copied in memory. A copy in memory ends with the program. Save
the states with a checkpointer, and restore them."""

# fact: has not _.save(...)

from typing import Any

import jax
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, width: int, *, rngs: nnx.Rngs):
        self.first = nnx.Linear(d, width, rngs=rngs)
        self.norm = nnx.BatchNorm(width, use_running_average=True, rngs=rngs)
        self.last = nnx.Linear(width, 1, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.last(nnx.relu(self.norm(self.first(x))))


def checkpoint_roundtrip(
    model: Net,
    x: jax.Array,
    folder: str,
) -> dict[str, Any]:
    restored = nnx.clone(model)
    return {"y": restored(x), "model": restored}
