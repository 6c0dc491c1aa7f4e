"""The scan does nothing but collect what a Python loop has computed before it: the products of all steps are still
in the program. Call the cell in the step of the scan."""

# fact: has for
# fact: has jax.lax.scan(_, _, jnp.stack(_))
# fact: checks

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

    def one(carry: jax.Array, row: jax.Array) -> tuple[jax.Array, jax.Array]:
        return cell(carry, row)

    last = jnp.zeros((x.shape[0], hidden))
    outputs = []
    for t in range(x.shape[1]):
        last, y = one(last, x[:, t])
        outputs.append(y)
    _, outputs = jax.lax.scan(lambda c, y: (c, y), None, jnp.stack(outputs))
    return {"outputs": outputs.swapaxes(0, 1), "last": last}
