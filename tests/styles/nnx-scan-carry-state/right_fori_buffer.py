"""A fori_loop with a buffer for the answers; set_value afterwards."""

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
    def body(i, carry):
        memory, answers = carry
        memory = 0.5 * memory + xs[i]
        return memory, answers.at[i].set(jnp.tanh(model.linear(memory)))

    memory, answers = jax.lax.fori_loop(0, xs.shape[0], body, (model.memory[...], jnp.zeros_like(xs)))
    model.memory.set_value(memory)
    model.count[...] = model.count[...] + xs.shape[0]
    return answers


def scan_carry_state(seed: int, first: jax.Array, second: jax.Array) -> dict[str, jax.Array]:
    model = Listener(first.shape[1], rngs=nnx.Rngs(seed))
    return {
        "first": listen(model, first),
        "second": listen(model, second),
        "count": model.count[...],
        "memory": model.memory[...],
    }
