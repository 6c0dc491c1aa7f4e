"""Plain arrays are carried, and written to the attributes afterwards; old spelling .value."""

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
    kernel, bias = model.linear.kernel.value, model.linear.bias.value

    def step(memory, x):
        memory = 0.5 * memory + x
        return memory, jnp.tanh(memory @ kernel + bias)

    model.memory.value, answers = jax.lax.scan(step, model.memory.value, xs)
    model.count.value += len(xs)
    return answers


def scan_carry_state(seed: int, first: jax.Array, second: jax.Array) -> dict[str, jax.Array]:
    model = Listener(first.shape[1], rngs=nnx.Rngs(seed))
    return {
        "first": listen(model, first),
        "second": listen(model, second),
        "count": model.count[...],
        "memory": model.memory[...],
    }
