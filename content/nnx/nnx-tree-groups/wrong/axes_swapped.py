"""The two groups have each other's axes: the weights are mapped, and what each user has is shared. The entries of `in_axes` follow the arguments, and `nnx.split` gives
the groups in the order of its filters."""

# fact: has nnx.vmap(..., in_axes=(None, 0, 0))
# fact: has not nnx.split(_, nnx.Param, ...)

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
    talk = nnx.vmap(lambda memory, rest, x: nnx.merge(graphdef, memory, rest)(x), in_axes=(None, 0, 0))
    answers = jnp.stack([talk(memory, rest, x) for x in xs])
    return {"answers": answers, "memory": model.memory[...], "rounds": model.rounds[...]}
