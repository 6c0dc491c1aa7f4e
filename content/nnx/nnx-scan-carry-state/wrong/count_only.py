"""Only a part of the state came back from the scan: the model holds the right count, and its memory is still the one from before. Whatever
the steps write has to come back. `nnx.scan` with the model as its carry brings all of it."""

# fact: checks

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
    def step(model, x):
        return model, model(x)

    copy, answers = jax.lax.scan(step, model, xs)
    model.count[...] = copy.count[...]
    return answers


def scan_carry_state(seed: int, first: jax.Array, second: jax.Array) -> dict[str, jax.Array]:
    model = Listener(first.shape[1], rngs=nnx.Rngs(seed))
    return {
        "first": listen(model, first),
        "second": listen(model, second),
        "count": model.count[...],
        "memory": model.memory[...],
    }
