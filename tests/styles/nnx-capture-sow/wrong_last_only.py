import jax
import jax.numpy as jnp
from flax import nnx


class Cell(nnx.Module):
    def __init__(self, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(4, 4, rngs=rngs)

    def __call__(self, h: jax.Array) -> jax.Array:
        h = nnx.tanh(h + self.linear(h))
        self.sow(nnx.Intermediate, "h", h)
        return h


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
    y, found = nnx.capture(model, nnx.Intermediate)(x, rounds)
    last = found["cell"]["h"].get_value()[-1]  # of the tuple only the last
    return {"y": y, "hidden": jnp.broadcast_to(last, (rounds, *last.shape))}
