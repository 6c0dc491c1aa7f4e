"""The model was called on all users at once. `Assistant` is written for one user: its `max` runs over all of them, so each memory is divided by the largest
number of the whole batch. Under a vmap each user has a maximum of their own."""

# fact: has not nnx.vmap(...)

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


def tree_groups(seed: int, xs: jax.Array) -> dict[str, jax.Array]:
    model = Assistant(xs.shape[1], xs.shape[2], rngs=nnx.Rngs(seed))
    answers = jnp.stack([model(x) for x in xs])
    return {"answers": answers, "memory": model.memory[...], "rounds": model.rounds[...]}
