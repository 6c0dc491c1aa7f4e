"""A jitted listen with the defaults of nnx.scan."""

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


@nnx.scan
def step(model, x):
    y = model(x)
    return model, y


@nnx.jit
def listen(model, xs):
    return step(model, xs)[1]


def scan_carry_state(seed, first, second):
    model = Listener(first.shape[1], rngs=nnx.Rngs(seed))
    out = {"first": listen(model, first)}
    out["second"] = listen(model, second)
    return out | {"count": model.count[...], "memory": model.memory[...]}
