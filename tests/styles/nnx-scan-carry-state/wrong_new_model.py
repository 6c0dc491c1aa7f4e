"""The second piece is heard by a new model."""

import jax.numpy as jnp
from flax import nnx


class Listener(nnx.Module):
    def __init__(self, d, *, rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)
        self.memory = nnx.Variable(jnp.zeros(d))
        self.count = nnx.Variable(jnp.zeros((), jnp.int32))

    def __call__(self, x):
        self.count[...] += 1
        self.memory[...] = 0.5 * self.memory[...] + x
        return jnp.tanh(self.linear(self.memory[...]))


step = nnx.scan(lambda m, x: (m, m(x)))


def scan_carry_state(seed, first, second):
    one = Listener(first.shape[1], rngs=nnx.Rngs(seed))
    two = Listener(first.shape[1], rngs=nnx.Rngs(seed))
    a, b = step(one, first)[1], step(two, second)[1]
    return {"first": a, "second": b, "count": one.count[...] + two.count[...], "memory": two.memory[...]}
