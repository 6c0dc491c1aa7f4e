"""jax.vmap, and the new state comes out."""

import jax
import jax.numpy as jnp
from flax import nnx


class Memory(nnx.Variable):
    pass


class Assistant(nnx.Module):
    def __init__(self, users, d, *, rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)
        self.style = nnx.Param(rngs.normal((users, d)))
        self.memory = Memory(jnp.zeros((users, d)))
        self.rounds = nnx.Variable(jnp.zeros((), jnp.int32))

    def __call__(self, x):
        self.rounds[...] += 1
        told = 0.5 * self.memory[...] + x
        self.memory[...] = told / jnp.abs(told).max()
        return jnp.tanh(self.linear(self.memory[...]) + self.style)


OF_USERS = nnx.Any(Memory, nnx.PathContains("style"))


def tree_groups(seed, xs):
    _, users, d = xs.shape
    model = Assistant(users, d, rngs=nnx.Rngs(seed))
    graphdef, memory, rest = nnx.split(model, OF_USERS, ...)

    def talk(memory, x):
        inside = nnx.merge(graphdef, memory, rest, copy=True)
        y = inside(x)
        return y, nnx.state(inside, OF_USERS)

    answers = []
    for x in xs:
        y, memory = jax.vmap(talk)(jax.tree.map(lambda a: a, memory), x)
        answers.append(y)
    nnx.update(model, memory)
    model.rounds[...] = jnp.array(len(xs), jnp.int32)
    answers = jnp.stack(answers)
    return {"answers": answers, "memory": model.memory[...], "rounds": model.rounds[...]}
