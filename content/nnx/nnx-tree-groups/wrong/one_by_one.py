"""The users answer one after the other, in a Python loop: the model is in the program once for each of them. The numbers are right. Map the group of what the
users have of their own, and all answer at once."""

# fact: checks

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
    answers, memories = [], [jax.tree.map(lambda a, i=i: a[i], memory) for i in range(users)]
    for x in xs:
        row = []
        for i in range(users):
            one = nnx.merge(graphdef, memories[i], rest, copy=True)
            row.append(one(x[i]))
            memories[i] = nnx.state(one, OF_USERS)
        answers.append(jnp.stack(row))
    nnx.update(model, jax.tree.map(lambda *a: jnp.stack(a), *memories))
    model.rounds[...] = jnp.array(len(xs), jnp.int32)
    answers = jnp.stack(answers)
    return {"answers": answers, "memory": model.memory[...], "rounds": model.rounds[...]}
