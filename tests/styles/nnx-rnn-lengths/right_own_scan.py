import jax
import jax.numpy as jnp
from flax import nnx


def rnn_lengths(seed: int, x: jax.Array, lengths: jax.Array, features: int) -> jax.Array:
    """A vector for each padded sequence in `x` of shape (batch, time, in)."""
    cell = nnx.GRUCell(x.shape[-1], features, rngs=nnx.Rngs(seed))
    rows = x.swapaxes(0, 1)
    zeros = jnp.zeros((x.shape[0], features))

    def step(carry, entry):
        t, row = entry
        new, _ = cell(carry, row)
        return jnp.where((t < lengths)[:, None], new, carry), None

    return jax.lax.scan(step, zeros, (jnp.arange(x.shape[1]), rows))[0]
