"""A key cache by hand

`cache_scratch(xs, max_len)` stores the rows of xs one at a time,
as a model does while it writes. The values are right. But the
array in which it stores them grows, so step is traced again for
each row.
Refactor it: the same values, and step is traced ONCE for all rows.

- The rows are held by a module of yours. It has two attributes:
  keys, an nnx.Cache of shape (max_len, d), zeros at first, and
  index, an nnx.Cache that holds a whole number: how many rows
  there are.
- step stays a function under nnx.jit or jax.jit that is called
  once for each row. What it takes and returns is up to you.

    xs       float32 array of shape (t, d), t at least 1
    max_len  int, t or more
    returns  a dict: "keys", float32 of shape (max_len, d), the
             rows of xs with zeros after them; and "index", an
             int32 scalar, t

The values are compared with the reference's. Besides, it is
checked what keys and index are, and that a function of the name
step is called for each row, and traced once in a call of
cache_scratch.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


@jax.jit
def step(keys: jax.Array, x: jax.Array) -> jax.Array:
    return jnp.concatenate([keys, x[None]])


def cache_scratch(xs: jax.Array, max_len: int) -> dict[str, jax.Array]:
    keys = jnp.zeros((0, xs.shape[1]))
    for x in xs:
        keys = step(keys, x)
    free = max_len - len(keys)
    return {
        "keys": jnp.pad(keys, ((0, free), (0, 0))),
        "index": jnp.array(len(keys)),
    }
