"""Ids that are in no table

`embed_oob(seed, ids, vocab)` turns each text into one vector: the
mean of the vectors of its words. The symptoms:

- some texts come out as NaN: those with an id of vocab or more,
  which the table has no row for;
- the same text gets a different vector when more padding is
  behind it. The id of padding is -1.

Mend it:

- an id of vocab or more is an unknown word, and gets the row 0;
- padding counts neither in the sum nor in the number of words;
- a text that is padding only gets zeros.

    seed     int
    ids      int32 array of shape (texts, words), -1 or more
    vocab    int, 2 or more: the rows of the table
    returns  float32 array of shape (texts, 3)

The table is an nnx.Embed with vocab rows of width 3, built with
nnx.Rngs(seed).

The values are compared with the reference's. Besides, it is
checked that the table has vocab rows; and that no NaN is
computed on the way, so that jax.debug_nans can be used to find
real ones.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def embed_oob(seed: int, ids: jax.Array, vocab: int) -> jax.Array:
    table = nnx.Embed(vocab, 3, rngs=nnx.Rngs(seed))
    return jnp.mean(table(ids), axis=1)
