"""Sequences of different lengths

A GRU makes one vector of each sequence: its carry after the last step.
The sequences of a batch are filled up at their ends to one length. The
program runs, and its users complain: the same sequence gets a different
vector if it stands in a batch with a longer one. Mend it. What stands
behind the end of a sequence must have no influence, however large its
numbers are.

`rnn_lengths(seed, x, lengths, features)`:

    seed      int
    x         float32 array of shape (batch, time, in)
    lengths   int32 array of shape (batch,): how many steps of each
              sequence count, each from 1 to time
    features  int
    returns   float32 array of shape (batch, features): the carry of
              each sequence after its last step that counts

The values are compared with the reference's. Besides, it is checked
that the batch runs through the cell at once: the traced program has one
scan.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


def rnn_lengths(
    seed: int,
    x: jax.Array,
    lengths: jax.Array,
    features: int,
) -> jax.Array:
    cell = nnx.GRUCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    rnn = nnx.RNN(cell, return_carry=True)
    counts = jnp.arange(x.shape[1]) < lengths[:, None]
    carry, _ = rnn(jnp.where(counts[:, :, None], x, 0.0))
    return carry
