import jax
import jax.numpy as jnp
from flax import nnx


class Cell(nnx.Module):
    """The carry becomes tanh of a Linear of the input plus a Linear of itself."""

    def __init__(self, before: int, hidden: int, *, rngs: nnx.Rngs):
        self.enter = nnx.Linear(before, hidden, rngs=rngs)
        self.stay = nnx.Linear(hidden, hidden, rngs=rngs)

    def __call__(self, carry: jax.Array, x: jax.Array) -> tuple[jax.Array, jax.Array]:
        carry = jnp.tanh(self.enter(x) + self.stay(carry))
        return carry, carry


def scan_cell(seed: int, x: jax.Array, hidden: int) -> dict[str, jax.Array]:
    """The outputs of a new cell on `x` of shape (batch, time, in), and its last carry."""
    cell = Cell(x.shape[-1], hidden, rngs=nnx.Rngs(seed))

    graphdef, state = nnx.split(cell)

    def one(carry: jax.Array, row: jax.Array) -> tuple[jax.Array, jax.Array]:
        return nnx.merge(graphdef, state)(carry, row)

    first = jnp.zeros((x.shape[0], hidden))
    last, outputs = jax.lax.scan(one, first, x.swapaxes(0, 1))
    return {"outputs": outputs.swapaxes(0, 1), "last": last}
