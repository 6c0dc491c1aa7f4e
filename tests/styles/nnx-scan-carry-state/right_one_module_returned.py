"""listen is a method of a subclass; nnx.scan's own returned carry is used; nnx.jit outside."""

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


class Patient(Listener):
    @nnx.jit
    def listen(self, xs):
        step = nnx.scan(lambda m, x: (m, m(x)), in_axes=(nnx.Carry, 0), out_axes=(nnx.Carry, 0))
        return step(self, xs)[1]


def listen(model, xs):
    return Patient.listen(model, xs)


def scan_carry_state(seed, first, second):
    model = Patient(first.shape[1], rngs=nnx.Rngs(seed))
    answers = [listen(model, piece) for piece in (first, second)]
    return dict(first=answers[0], second=answers[1], count=model.count.get_value(), memory=model.memory.get_value())
