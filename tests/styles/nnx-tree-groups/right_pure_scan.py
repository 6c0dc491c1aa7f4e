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
    # Nothing of NNX but split and merge: what is written is returned, and the rounds are a jax.lax.scan.
    graphdef, params, memory, count = nnx.split(model, nnx.Param, Memory, ...)
    axes = jax.tree_util.tree_map_with_path(lambda path, _: 0 if "style" in str(path) else None, params)

    def one_user(params, memory, count, x):
        one = nnx.merge(graphdef, params, memory, count, copy=True)
        answer = one(x)
        return answer, one.memory[...], one.rounds[...]

    talk = jax.vmap(one_user, in_axes=(axes, 0, None, 0), out_axes=(0, 0, None))

    def one_round(carry, x):
        memory, count = carry
        answer, told, rounds = talk(params, memory, count, x)
        memory = jax.tree.map(lambda _: told, memory)
        count = jax.tree.map(lambda _: rounds, count)
        return (memory, count), answer

    (memory, count), answers = jax.lax.scan(one_round, (memory, count), xs)
    nnx.update(model, memory, count)
    return {
        "answers": answers,
        "memory": model.memory[...],
        "rounds": model.rounds[...],
    }
