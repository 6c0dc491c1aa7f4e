"""Wrap every Linear

Write recursive_map(model, x, seed, rank). It gives every
nnx.Linear in model, wherever it is, a LoRA adapter:

- in the returned model, an nnx.LoRA of rank rank stands in the
  place of each nnx.Linear, around it, with the layer's sizes;
- the matrices come from nnx.Rngs(seed + i), a new one for each
  layer, where i counts the layers from 0 in the order in which
  nnx.iter_modules(model) gives them;
- model stays as it is, with its Linears, and the two models
  share the layers' Params: nothing is copied;
- subclasses of nnx.Linear are left alone.

model    an nnx.Module of any class, with Linears at any depth:
         in attributes, lists, dicts, blocks
x        float32 array of shape (n, d)
seed     int
rank     int, 1 or more
returns  a dict: "y", what the new model gives for x; "model",
         the new model

Checked, besides the values: model is as it was, down to the
types of its modules; and each Param in it is in the returned
model, too. The Params of the returned model are compared.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

from typing import Any

import jax
from flax import nnx


def recursive_map(
    model: nnx.Module,
    x: jax.Array,
    seed: int,
    rank: int,
) -> dict[str, Any]:
    for path, module in nnx.iter_modules(model):
        print(path, type(module).__name__)
    raise NotImplementedError("wrap each Linear, in a new model")
