"""State that is carried through a scan

A Listener hears a series, one value after the other. It has a
memory, and counts what it has heard. `listen` steps it through a
series in a scan. The series arrives in two pieces. What comes out of
the first piece is right; then the second piece is answered as if the
first had never been, and count is zero in the end. Fix it.

listen still takes the model and a series, and returns one answer for
each value. Afterwards that model itself holds the new memory and
count. `scan_carry_state(seed, first, second)` calls it on both pieces.

    seed     int
    first    float32 array of shape (t1, d)
    second   float32 array of shape (t2, d)
    returns  a dict: "first" and "second", the answers, float32
             of shapes (t1, d) and (t2, d); "count", an int32
             scalar, and "memory", float32 of shape (d,): what
             the model holds in the end

The values are compared with the reference's. Besides, it is checked
that the steps are in a scan: the program of your function does not
grow with the length of a series.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

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
    def step(model: Listener, x: jax.Array):
        answer = model(x)
        return model, answer

    _, answers = jax.lax.scan(step, model, xs)
    return answers


def scan_carry_state(
    seed: int,
    first: jax.Array,
    second: jax.Array,
) -> dict[str, jax.Array]:
    model = Listener(first.shape[1], rngs=nnx.Rngs(seed))
    return {
        "first": listen(model, first),
        "second": listen(model, second),
        "count": model.count[...],
        "memory": model.memory[...],
    }
