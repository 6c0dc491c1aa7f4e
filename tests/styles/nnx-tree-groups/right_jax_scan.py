# jax.vmap in lax.scan, all states are returned; the model is updated at the end
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
        """What ONE user is told: x and his memory are (d,)."""
        self.rounds[...] += 1
        told = 0.5 * self.memory[...] + x
        self.memory[...] = told / jnp.abs(told).max()
        return jnp.tanh(self.linear(self.memory[...]) + self.style)


def tree_groups(seed: int, xs: jax.Array) -> dict[str, jax.Array]:
    _, users, d = xs.shape
    model = Assistant(users, d, rngs=nnx.Rngs(seed))
    graphdef, memory, style, shared = nnx.split(model, Memory, nnx.PathContains("style"), ...)

    def one(memory, style, shared, x):
        user = nnx.merge(graphdef, memory, style, shared, copy=True)
        answer = user(x)
        _, memory, _, shared = nnx.split(user, Memory, nnx.PathContains("style"), ...)
        return memory, shared, answer

    def step(carry, x):
        memory, shared = carry
        memory, shared, answer = jax.vmap(one, in_axes=(0, 0, None, 0), out_axes=(0, None, 0))(memory, style, shared, x)
        return (memory, shared), answer

    (memory, shared), answers = jax.lax.scan(step, (memory, shared), xs)
    nnx.update(model, memory, shared)
    return {
        "answers": answers,
        "memory": model.memory[...],
        "rounds": model.rounds[...],
    }
