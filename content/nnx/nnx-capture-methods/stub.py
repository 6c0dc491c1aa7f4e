"""Collect every layer's output

capture_methods(model, x) returns what a model gives for x, and
for each of its blocks how far the block's output spreads: the
standard deviation over all of its numbers.

It was written for one kind of model, and for that it is right.
For other models the numbers are wrong; even "y" is not what
model(x) gives. Repair it, so that it is right for every model
that has a list blocks, whatever its forward pass does.

model    an nnx.Module with an attribute blocks, an nnx.List of
         modules; each block is called once when the model is
x        float32 array of shape (n, d)
returns  a dict: "y", what model(x) gives; "spread", float32 of
         shape (number of blocks,), in the order of the list

The classes of the models are not yours. They may call their
blocks in any order, and compute something between them. Some
blocks contain layers of their own, or methods besides __call__.
Each class defines its __call__ itself, and does not inherit it.

Checked, besides the values: each block is called once, so there
is one forward pass; and the model is as it was, its blocks,
too.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def capture_methods(
    model: nnx.Module,
    x: jax.Array,
) -> dict[str, jax.Array]:
    # The blocks one after the other.
    spread = []
    h = x
    for block in model.blocks:
        h = block(h)
        spread.append(jnp.std(h))
    return {"y": h, "spread": jnp.stack(spread)}
