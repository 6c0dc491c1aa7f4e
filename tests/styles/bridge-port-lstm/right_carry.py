"""The RNN gets its carry, features from the kernel."""

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

    features = layers["hf"]["kernel"].shape[1]
    rngs = nnx.Rngs(0)
    cell = nnx.OptimizedLSTMCell(x.shape[-1], features, rngs=rngs)
    cell.dense_i.kernel[...] = wide("i", "kernel")
    cell.dense_h.kernel[...] = wide("h", "kernel")
    cell.dense_h.bias[...] = wide("h", "bias")
    zeros = jnp.zeros((x.shape[0], features))
    return {"cell": cell, "y": nnx.RNN(cell)(x, initial_carry=(zeros, zeros))}
