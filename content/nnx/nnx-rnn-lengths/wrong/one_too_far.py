"""The outputs were read at place `length`, and the last step that counts is at `length - 1`: places are counted
from 0. A full sequence hides it, since an index behind the end is moved back to it."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


def rnn_lengths(seed: int, x: jax.Array, lengths: jax.Array, features: int) -> jax.Array:
    """A vector for each padded sequence in `x` of shape (batch, time, in)."""
    cell = nnx.GRUCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    rnn = nnx.RNN(cell, return_carry=True)
    _, outputs = rnn(x)
    return outputs[jnp.arange(len(x)), lengths]
