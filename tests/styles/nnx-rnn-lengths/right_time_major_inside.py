import jax
from flax import nnx


def rnn_lengths(seed: int, x: jax.Array, lengths: jax.Array, features: int) -> jax.Array:
    """A vector for each padded sequence in `x` of shape (batch, time, in)."""
    cell = nnx.GRUCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    rnn = nnx.RNN(cell, time_major=True)
    last, _ = rnn(x.swapaxes(0, 1), seq_lengths=lengths, return_carry=True)
    return last
