"""Memories and styles are mapped, all else is shared: two groups, two arguments."""

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


OF_USERS = nnx.Any(Memory, nnx.PathContains("style"))


def tree_groups(seed: int, xs: jax.Array) -> dict[str, jax.Array]:
    """What the users are told in each round, and what the model holds afterwards."""
    _, users, d = xs.shape
    model = Assistant(users, d, rngs=nnx.Rngs(seed))
    graphdef, mine, shared = nnx.split(model, OF_USERS, ...)

    @nnx.vmap(in_axes=(0, None, 0))
    def talk(mine: nnx.State, shared: nnx.State, x: jax.Array) -> jax.Array:
        return nnx.merge(graphdef, mine, shared)(x)

    answers = jnp.stack([talk(mine, shared, x) for x in xs])
    return {"answers": answers, "memory": model.memory[...], "rounds": model.rounds[...]}
