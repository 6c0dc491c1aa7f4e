import jax
import jax.numpy as jnp
from flax import nnx


class Seen(nnx.Intermediate):
    """What a cell gave."""


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
        states = []
        for _ in range(rounds):
            h = self.cell(h)
            states.append(h)
        self.sow(Seen, "states", jnp.stack(states))  # one value, in one go
        return self.leave(h)


def capture_sow(
    seed: int,
    x: jax.Array,
    rounds: int,
) -> dict[str, jax.Array]:
    model = Loop(x.shape[1], rngs=nnx.Rngs(seed))

    @nnx.jit
    def forward(model, x):
        return nnx.capture(model, Seen)(x, rounds)

    y, found = forward(model, x)
    ((_, seen),) = nnx.to_flat_state(found)
    return {"y": y, "hidden": seen.get_value()[0]}
