"""One tree with nnx.update."""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def port_lstm(
    variables: dict[str, Any],
    x: jax.Array,
) -> dict[str, Any]:
    layers = variables["params"]["cell"]
    gates = "ifgo"

    def wide(side, kind):
        parts = [layers[side + gate][kind] for gate in gates]
        return jnp.concatenate(parts, axis=-1)

    features = layers["hi"]["bias"].shape[0]
    rngs = nnx.Rngs(0)
    cell = nnx.OptimizedLSTMCell(x.shape[-1], features, rngs=rngs)
    nnx.update(
        cell,
        {
            "dense_i": {"kernel": wide("i", "kernel")},
            "dense_h": {"kernel": wide("h", "kernel"), "bias": wide("h", "bias")},
        },
    )
    return {"cell": cell, "y": nnx.RNN(cell)(x)}
