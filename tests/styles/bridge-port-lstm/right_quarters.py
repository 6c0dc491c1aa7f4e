"""Quarter by quarter, with at."""

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
    cell = nnx.OptimizedLSTMCell(x.shape[-1], features, rngs=rngs)
    for number, gate in enumerate("ifgo"):
        part = slice(number * features, (number + 1) * features)
        for wide_layer, side in ((cell.dense_i, "i"), (cell.dense_h, "h")):
            for kind, array in layers[side + gate].items():
                variable = getattr(wide_layer, kind)
                variable[...] = variable[...].at[..., part].set(array)
    return {"cell": cell, "y": nnx.RNN(cell)(x)}
