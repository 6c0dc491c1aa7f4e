"""The carry is a tuple of the model and a number; both series in one scan."""

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


def step(carry, x):
    model, i = carry
    return (model, i + 1), model(x)


def scan_carry_state(seed, first, second):
    model = Listener(first.shape[1], rngs=nnx.Rngs(seed))
    xs = jnp.concatenate([first, second])
    _, answers = nnx.scan(step)((model, jnp.array(0)), xs)
    return {
        "first": answers[: len(first)],
        "second": answers[len(first) :],
        "count": model.count[...],
        "memory": model.memory[...],
    }
