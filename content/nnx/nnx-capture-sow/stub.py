"""Collect intermediates

A Loop runs one Cell again and again, rounds times, on what it
gave the last time. It works, and you want to see how its state
develops. Extend the module classes and
capture_sow(seed, x, rounds), so that the function also returns
what the cell gives in each round.

A call of the Loop still returns y alone: other code calls it,
too. What the cell gives comes out by sow and nnx.capture, in
the same forward pass as y.

seed     int
x        float32 array of shape (n, d)
rounds   int, 1 or more
returns  a dict: "y", float32 of shape (n, 1), as now; "hidden",
         float32 of shape (rounds, n, 4): the output of the cell
         in each round, from the first to the last

Checked, besides the values: nnx.capture is called; and each
layer runs as often as one forward pass needs, so the model is
called once.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
from flax import nnx


class Cell(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(4, 4, rngs=rngs)

    def __call__(self, h: jax.Array) -> jax.Array:
        return nnx.tanh(h + self.linear(h))


class Loop(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.enter = nnx.Linear(d, 4, rngs=rngs)
        self.cell = Cell(rngs=rngs)
        self.leave = nnx.Linear(4, 1, rngs=rngs)

    def __call__(self, x: jax.Array, rounds: int) -> jax.Array:
        h = self.enter(x)
        for _ in range(rounds):
            h = self.cell(h)
        return self.leave(h)


def capture_sow(
    seed: int,
    x: jax.Array,
    rounds: int,
) -> dict[str, jax.Array]:
    model = Loop(x.shape[1], rngs=nnx.Rngs(seed))
    # "hidden" is missing.
    return {"y": model(x, rounds)}
