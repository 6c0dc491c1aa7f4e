import jax
import jax.numpy as jnp
from flax import nnx


def rnn_lengths(seed: int, x: jax.Array, lengths: jax.Array, features: int) -> jax.Array:
    """A vector for each padded sequence in `x` of shape (batch, time, in)."""
    cell = nnx.GRUCell(x.shape[-1], features, rngs=nnx.Rngs(seed))

    def one(sequence, n):
        states = jax.lax.scan(cell, jnp.zeros(features), sequence)[1]
        return states[n - 1]

    return jax.vmap(one)(x, lengths)
