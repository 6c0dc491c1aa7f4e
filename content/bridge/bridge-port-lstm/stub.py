"""Four gates in one array

The code below takes a trained Linen LSTM, which is

    nn.RNN(nn.OptimizedLSTMCell(features))

over to nnx.OptimizedLSTMCell. All arrays fit, and nothing
is raised. The symptoms:

- the very first output is wrong already;
- in a file in which all gates happen to have the same
  weights, everything is right.

Find the cause, and mend `port_lstm(variables, x)`. The
cell stays an nnx.OptimizedLSTMCell.

    variables  a dict {"params": {"cell": ...}} of float32
               arrays, as it came from a file, with the
               names in any order
    x          float32 array of shape (n, t, d); n and t
               may be 1
    returns    a dict: "cell", the cell with these
               weights; and "y", what it gives for x, step
               by step, which is what Linen gives: float32
               of shape (n, t, features)

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


def port_lstm(
    variables: dict[str, Any],
    x: jax.Array,
) -> dict[str, Any]:
    layers = variables["params"]["cell"]
    gates = sorted({name[1] for name in layers})

    def wide(side, kind):
        parts = [layers[side + gate][kind] for gate in gates]
        return jnp.concatenate(parts, axis=-1)

    features = layers["hi"]["bias"].shape[0]
    rngs = nnx.Rngs(0)
    cell = nnx.OptimizedLSTMCell(x.shape[-1], features, rngs=rngs)
    cell.dense_i.kernel[...] = wide("i", "kernel")
    cell.dense_h.kernel[...] = wide("h", "kernel")
    cell.dense_h.bias[...] = wide("h", "bias")
    return {"cell": cell, "y": nnx.RNN(cell)(x)}
