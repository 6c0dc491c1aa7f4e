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
    # Users outside, rounds inside: each user holds the whole talk, and the axes of the answers are put in order.
    graphdef, own, shared = nnx.split(model, lambda path, value: path[-1] in ("memory", "style"), ...)

    def whole_talk(own, shared, xs):
        one = nnx.merge(graphdef, own, shared)
        return jnp.stack([one(x) for x in xs])

    answers = nnx.vmap(whole_talk, in_axes=(0, None, 1), out_axes=1)(own, shared, xs)
    return {
        "answers": answers,
        "memory": model.memory[...],
        "rounds": model.rounds[...],
    }
