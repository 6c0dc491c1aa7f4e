"""Scan a recurrent cell

`scan_cell(seed, x, hidden)` runs a cell over time, and is right. But
its loop is Python's: compiled, the program has a copy of the cell for
each step, so a sequence of a thousand steps takes minutes to compile.
Let one scan do it, with the same result.

    seed     int
    x        float32 array of shape (batch, time, in)
    hidden   int
    returns  a dict, all float32: "outputs", of shape
             (batch, time, hidden); "last", the carry after the last
             step, of shape (batch, hidden)

The values are compared with the reference's. Besides, it is checked
that the loop is a scan in the traced program, which has at most three
matrix products, however long the sequence and large the batch is. (One
step has two.)

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Cell(nnx.Module):
    """The carry becomes tanh of a Linear of the input plus a Linear of itself."""

    def __init__(
        self,
        before: int,
        hidden: int,
        *,
        rngs: nnx.Rngs,
    ):
        self.enter = nnx.Linear(before, hidden, rngs=rngs)
        self.stay = nnx.Linear(hidden, hidden, rngs=rngs)

    def __call__(self, carry: jax.Array, x: jax.Array) -> tuple[jax.Array, jax.Array]:
        carry = jnp.tanh(self.enter(x) + self.stay(carry))
        return carry, carry


def scan_cell(seed: int, x: jax.Array, hidden: int) -> dict[str, jax.Array]:
    cell = Cell(x.shape[-1], hidden, rngs=nnx.Rngs(seed))
    carry = jnp.zeros((x.shape[0], hidden))
    outputs = []
    for t in range(x.shape[1]):
        carry, y = cell(carry, x[:, t])
        outputs.append(y)
    return {
        "outputs": jnp.stack(outputs, axis=1),
        "last": carry,
    }
