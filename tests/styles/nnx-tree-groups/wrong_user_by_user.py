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
    # Each user alone: right values, but a program that grows, and a count of their own talk.
    talks, memories = [], []
    for user in range(users):
        one = nnx.clone(model)
        one.style = nnx.Param(model.style[user])
        one.memory = Memory(model.memory[user])
        talks.append(jnp.stack([one(x) for x in xs[:, user]]))
        memories.append(one.memory[...])
    answers = jnp.stack(talks, axis=1)
    model.memory[...] = jnp.stack(memories)
    model.rounds[...] = one.rounds[...]
    return {
        "answers": answers,
        "memory": model.memory[...],
        "rounds": model.rounds[...],
    }
