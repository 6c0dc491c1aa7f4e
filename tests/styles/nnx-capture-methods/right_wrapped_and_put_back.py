"""Recorders in place of the blocks, which are put back. Each block is seen once."""

import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(model: nnx.Module, x: jax.Array) -> dict[str, jax.Array]:
    outputs = {}
    kinds = {type(block) for block in model.blocks}
    (kind,) = kinds
    original = kind.__call__
    number = {id(block): i for i, block in enumerate(model.blocks)}

    def listening(block, x):
        output = original(block, x)
        outputs[number[id(block)]] = output
        return output

    kind.__call__ = listening
    try:
        y = model(x)
    finally:
        kind.__call__ = original
    outputs = [outputs[i] for i in range(len(number))]
    return {"y": y, "spread": jnp.stack([jnp.std(output) for output in outputs])}
