import jax
import jax.numpy as jnp
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
            self.sow(nnx.Intermediate, "hidden", self.cell(h))  # subtle: the cell runs twice
            h = self.cell(h)
        return self.leave(h)


def capture_sow(
    seed: int,
    x: jax.Array,
    rounds: int,
) -> dict[str, jax.Array]:
    model = Loop(x.shape[1], rngs=nnx.Rngs(seed))
    y, found = nnx.capture(model, nnx.Intermediate)(x, rounds)
    return {"y": y, "hidden": jnp.stack(found["hidden"].get_value())}
