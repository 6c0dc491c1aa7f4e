"""Warm-start a deeper model

Write surgery_deepen(small, x, at). It returns a Stack that is
one layer deeper than small:

- its layers are those of small, with a new nnx.Linear(d, d) put
  in as number at, so that at layers come before it;
- for every input it gives exactly what small gives. The new
  layer has a kernel and a bias, whose values are yours to find;
- training the deeper model leaves small alone, and small is not
  changed.

small    a trained Stack, with one layer or more
x        float32 array of shape (n, d)
at       int from 1 to the number of layers in small
returns  a dict: "model", the deeper Stack; "y", what it gives
         for x

Checked, besides the values: small is as it was, and no Param
is in both models. The Params of the returned model are
compared, too, the new layer's among them.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

from typing import Any

import jax
import jax.numpy as jnp
from flax import nnx


class Stack(nnx.Module):
    def __init__(self, d: int, depth: int, *, rngs: nnx.Rngs):
        self.layers = nnx.List([nnx.Linear(d, d, rngs=rngs) for _ in range(depth)])

    def __call__(self, x: jax.Array) -> jax.Array:
        for layer in self.layers:
            x = nnx.relu(layer(x))
        return x


def surgery_deepen(small: Stack, x: jax.Array, at: int) -> dict[str, Any]:
    print(
        len(small.layers),
        jnp.shape(small.layers[0].kernel),
    )
    raise NotImplementedError("build the deeper Stack, and call it")
