"""The steps are in a Python loop, so each value has a step of its own in the program. The numbers are right, and a long series would take very
long to compile. Keep the scan, and carry the model through it."""

# fact: has for

import jax
import jax.numpy as jnp
from flax import nnx


class Listener(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)
        self.memory = nnx.Variable(jnp.zeros(d))
        self.count = nnx.Variable(jnp.zeros((), jnp.int32))

    def __call__(self, x: jax.Array) -> jax.Array:
        self.count[...] += 1
        self.memory[...] = 0.5 * self.memory[...] + x
        return jnp.tanh(self.linear(self.memory[...]))


def listen(model: Listener, xs: jax.Array) -> jax.Array:
    return jnp.stack([model(x) for x in xs])


def scan_carry_state(seed: int, first: jax.Array, second: jax.Array) -> dict[str, jax.Array]:
    model = Listener(first.shape[1], rngs=nnx.Rngs(seed))
    return {
        "first": listen(model, first),
        "second": listen(model, second),
        "count": model.count[...],
        "memory": model.memory[...],
    }
