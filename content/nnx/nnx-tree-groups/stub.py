"""Groups in place of StateAxes

`tree_groups(seed, xs)` lets several users talk to one model, round by
round. Each user has a Memory, and a style of their own; the Linear and
the count of rounds are shared. Before the users had a style, the body
was, in graph mode,

    axes = nnx.StateAxes({Memory: 0, ...: None})
    talk = nnx.vmap(lambda model, x: model(x), in_axes=(axes, 0))
    answers = jnp.stack([talk(model, x) for x in xs])

This file is run in tree mode, where nnx.StateAxes is refused. Port the
lines, and let each user have their own row of style. Assistant stays
as it is.

    seed     int
    xs       float32 array of shape (rounds, users, d)
    returns  a dict: "answers", float32 (rounds, users, d);
             "memory", what the model remembers in the end,
             (users, d); "rounds", what it has counted, an
             int32 scalar: rounds, not users

The values are compared with the reference's. Besides, it is checked
that all users answer at once: the matrix products in the program do
not grow with the number of users.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Memory(nnx.Variable):
    pass


class Assistant(nnx.Module):
    def __init__(self, users: int, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)
        self.style = nnx.Param(rngs.normal((users, d)))
        self.memory = Memory(jnp.zeros((users, d)))
        self.rounds = nnx.Variable(jnp.zeros((), jnp.int32))

    def __call__(self, x: jax.Array) -> jax.Array:
        """What ONE user is told: x, memory and style are (d,)."""
        self.rounds[...] += 1
        told = 0.5 * self.memory[...] + x
        self.memory[...] = told / jnp.abs(told).max()
        return jnp.tanh(self.linear(self.memory[...]) + self.style)


def tree_groups(seed: int, xs: jax.Array) -> dict[str, jax.Array]:
    _, users, d = xs.shape
    model = Assistant(users, d, rngs=nnx.Rngs(seed))
    # In place of these zeros: let all users talk, round by round.
    answers = jnp.zeros(xs.shape)
    return {
        "answers": answers,
        "memory": model.memory[...],
        "rounds": model.rounds[...],
    }
