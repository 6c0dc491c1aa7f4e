"""The Params stay outside; the rest is the carry of jax.lax.scan."""

import jax
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


def listen(model, xs):
    graphdef, params, rest = nnx.split(model, nnx.Param, ...)

    def step(rest, x):
        inside = nnx.merge(graphdef, params, rest, copy=True)
        y = inside(x)
        return nnx.state(inside, nnx.Not(nnx.Param)), y

    rest, answers = jax.lax.scan(step, jax.tree.map(jnp.asarray, rest), xs)
    nnx.update(model, rest)
    return answers


def scan_carry_state(seed, first, second):
    model = Listener(first.shape[1], rngs=nnx.Rngs(seed))
    one = listen(model, first)
    two = listen(model, second)
    return {"first": one, "second": two, "count": model.count[...], "memory": model.memory[...]}
