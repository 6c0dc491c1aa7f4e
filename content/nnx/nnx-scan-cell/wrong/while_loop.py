"""The loop is a `while`: it knows no number of steps, so JAX can take no gradient backwards through it, and this
cell could not be trained. A scan knows its steps and keeps what the gradient needs."""

# fact: has jax.lax.while_loop(...)

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

    def turn(state):
        t, carry, outputs = state
        carry, y = one(carry, x[:, t])
        return t + 1, carry, outputs.at[:, t].set(y)

    state = (0, jnp.zeros((x.shape[0], hidden)), jnp.zeros((*x.shape[:2], hidden)))
    _, last, outputs = jax.lax.while_loop(lambda s: s[0] < x.shape[1], turn, state)
    return {"outputs": outputs, "last": last}
