"""What the tree tells

A file holds the variables of one Linen attention, an
nn.MultiHeadDotProductAttention. Its settings are lost. It
had no dropout and no mask, and was called as

    attention.apply(variables, x, context)

so each position of x attends to all positions of context.

`port_attention(variables, x, context)` builds the same
layer in NNX, an nnx.MultiHeadAttention, with the settings
that the tree tells and these weights. Some files have
biases, some have none; some have the norms of query and
key. The number of the output's features need not be d.

    variables  a dict {"params": ...} of float32 arrays,
               as Linen made it
    x          float32 array of shape (n, t, d)
    context    float32 array of shape (n, s, e); e need
               not be d
    returns    a dict: "model", the layer; and "y", what
               it gives for x and context, as Linen would:
               float32 of shape (n, t, out)

The values are compared with the reference's. Besides, it
is checked that the layer has no more Params than the
file, and that its attributes num_heads, in_features,
in_kv_features, qkv_features and out_features are those of
the file.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax


def port_attention(
    variables: dict[str, Any],
    x: jax.Array,
    context: jax.Array,
) -> dict[str, Any]:
    raise NotImplementedError("read the settings, build the layer, fill it")
