"""The output is right, and the cell is an `nnx.LSTMCell` now, with a kernel for each gate. The task keeps the wide cell."""

# fact: has nnx.LSTMCell(...)
# fact: has not nnx.OptimizedLSTMCell(...)

from typing import Any

import jax
from flax import nnx


def port_lstm(
    variables: dict[str, Any],
    x: jax.Array,
) -> dict[str, Any]:
    layers = variables["params"]["cell"]
    features = layers["hi"]["bias"].shape[0]
    rngs = nnx.Rngs(0)
    cell = nnx.LSTMCell(x.shape[-1], features, rngs=rngs)
    names = {"if": "if_"}
    nnx.update(cell, {names.get(name, name): layer for name, layer in layers.items()})
    return {"cell": cell, "y": nnx.RNN(cell)(x)}
