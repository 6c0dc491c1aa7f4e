"""Which layer is Dense_0?

The code below ports a Linen model of residual blocks,
Blocks, to NNX. All arrays fit, and nothing is raised.
The symptoms:

- with a single block the output is wrong already;
- a mend that makes models of one to five blocks right
  leaves one of six blocks wrong, in all blocks after the
  first.

Mend `port_mlp_names(variables, x)`. The three classes
are right, and stay as they are. The number of blocks is
to be read from variables.

    variables  a dict {"params": ...} of float32 arrays
               for Blocks(depth), as it came from a file;
               depth is 1 or more
    x          float32 array of shape (n, d); n may be 1
    returns    a dict: "model", the Port with these
               weights; and "y", what it gives for x,
               which is what Blocks(depth).apply gives
               with these variables: float32 of shape
               (n, d)

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

from typing import Any

import jax
from flax import linen as nn
from flax import nnx


class Blocks(nn.Module):
    depth: int

    @nn.compact
    def __call__(self, x: jax.Array) -> jax.Array:
        d = x.shape[-1]
        for _ in range(self.depth):
            x = x + nn.Dense(d)(nn.tanh(nn.Dense(d)(x)))
        return x


class Block(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.first = nnx.Linear(d, d, rngs=rngs)
        self.second = nnx.Linear(d, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return x + self.second(nnx.tanh(self.first(x)))


class Port(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        blocks = [Block(d, rngs=rngs) for _ in range(depth)]
        self.blocks = nnx.List(blocks)

    def __call__(self, x: jax.Array) -> jax.Array:
        for block in self.blocks:
            x = block(x)
        return x


def port_mlp_names(
    variables: dict[str, Any],
    x: jax.Array,
) -> dict[str, Any]:
    params = variables["params"]
    model = Port(x.shape[-1], len(params) // 2, rngs=nnx.Rngs(0))
    layers = list(params.values())
    pairs = zip(layers[::2], layers[1::2], strict=True)
    for block, (first, second) in zip(model.blocks, pairs, strict=True):
        nnx.update(block.first, first)
        nnx.update(block.second, second)
    return {"model": model, "y": model(x)}
