"""`jax.vmap` handed out copies of the groups, and what was written to them is lost: nothing is remembered, and no round is counted. `nnx.vmap` writes it back to
the Variables, which are those of the model."""

# fact: has jax.vmap(...)

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

    def __call__(self, x):
        self.rounds[...] += 1
        told = 0.5 * self.memory[...] + x
        self.memory[...] = told / jnp.abs(told).max()
        return jnp.tanh(self.linear(self.memory[...]) + self.style)


OF_USERS = nnx.Any(Memory, nnx.PathContains("style"))


def tree_groups(seed: int, xs: jax.Array) -> dict[str, jax.Array]:
    model = Assistant(xs.shape[1], xs.shape[2], rngs=nnx.Rngs(seed))
    graphdef, memory, rest = nnx.split(model, OF_USERS, ...)
    talk = jax.vmap(lambda memory, rest, x: nnx.merge(graphdef, memory, rest)(x), in_axes=(0, None, 0))
    answers = jnp.stack([talk(memory, rest, x) for x in xs])
    return {"answers": answers, "memory": model.memory[...], "rounds": model.rounds[...]}
