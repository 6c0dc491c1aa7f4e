"""The model has the entry None in `in_axes`: it is the same for each step, and in graph mode what a step writes is lost, for the next
step and for you. What goes from step to step is the carry: `nnx.Carry`, in `in_axes` and in `out_axes`."""

# fact: has nnx.scan(..., in_axes=(None, 0))
# graph mode only

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
    step = nnx.scan(lambda model, x: model(x), in_axes=(None, 0), out_axes=0)
    return step(model, xs)


def scan_carry_state(seed: int, first: jax.Array, second: jax.Array) -> dict[str, jax.Array]:
    model = Listener(first.shape[1], rngs=nnx.Rngs(seed))
    return {
        "first": listen(model, first),
        "second": listen(model, second),
        "count": model.count[...],
        "memory": model.memory[...],
    }
