import jax
import jax.numpy as jnp
from flax import nnx


def rnn_lengths(seed: int, x: jax.Array, lengths: jax.Array, features: int) -> jax.Array:
    """A vector for each padded sequence in `x` of shape (batch, time, in)."""
    cell = nnx.GRUCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    rnn = nnx.RNN(cell)
    return rnn(x)[jnp.arange(x.shape[0]), lengths - 1]
