"""`style` went to all users as it is, so each answer holds a row for every style: it has one axis too many. `style` is a Param, as the shared kernel is. So a type
does not pick it out, but its path does. Put it into the group that is mapped, or into one of its own with axis 0."""

# fact: has nnx.split(_, Memory, ...)
# fact: has not nnx.PathContains(...)

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
        self.rounds[...] += 1
        told = 0.5 * self.memory[...] + x
        self.memory[...] = told / jnp.abs(told).max()
        return jnp.tanh(self.linear(self.memory[...]) + self.style)


def tree_groups(seed: int, xs: jax.Array) -> dict[str, jax.Array]:
    _, users, d = xs.shape
    model = Assistant(users, d, rngs=nnx.Rngs(seed))
    graphdef, memory, rest = nnx.split(model, Memory, ...)

    @nnx.vmap(in_axes=(0, None, 0))
    def talk(memory: nnx.State, rest: nnx.State, x: jax.Array) -> jax.Array:
        return nnx.merge(graphdef, memory, rest)(x)

    answers = jnp.stack([talk(memory, rest, x) for x in xs])
    return {"answers": answers, "memory": model.memory[...], "rounds": model.rounds[...]}
