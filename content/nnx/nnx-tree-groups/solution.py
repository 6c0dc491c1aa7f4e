"""The memories are mapped, all else is shared: two groups, two arguments."""

import jax
import jax.numpy as jnp
from flax import nnx


class Memory(nnx.Variable):
    pass


class Assistant(nnx.Module):
    def __init__(self, users: int, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)
        self.memory = Memory(jnp.zeros((users, d)))
        self.rounds = nnx.Variable(jnp.zeros((), jnp.int32))

    def __call__(self, x: jax.Array) -> jax.Array:
        """What ONE user is told: x and his memory are (d,)."""
        self.rounds[...] += 1
        told = 0.5 * self.memory[...] + x
        self.memory[...] = told / jnp.abs(told).max()
        return jnp.tanh(self.linear(self.memory[...]))


def tree_groups(seed: int, xs: jax.Array) -> dict[str, jax.Array]:
    """What the users are told in each round, and what the model holds afterwards."""
    _, users, d = xs.shape
    model = Assistant(users, d, rngs=nnx.Rngs(seed))
    graphdef, memory, rest = nnx.split(model, Memory, ...)

    @nnx.vmap(in_axes=(0, None, 0))
    def talk(memory: nnx.State, rest: nnx.State, x: jax.Array) -> jax.Array:
        return nnx.merge(graphdef, memory, rest)(x)

    answers = jnp.stack([talk(memory, rest, x) for x in xs])
    return {"answers": answers, "memory": model.memory[...], "rounds": model.rounds[...]}
