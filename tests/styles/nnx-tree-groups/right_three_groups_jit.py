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


# Three groups, an axis each, and one compiled round; the filter is a plain function of path and Variable.
@nnx.jit
def one_round(model: Assistant, x: jax.Array) -> jax.Array:
    graphdef, memory, style, rest = nnx.split(model, Memory, lambda path, value: "style" in path, ...)
    talk = nnx.vmap(
        lambda memory, style, rest, x: nnx.merge(graphdef, memory, style, rest)(x),
        in_axes=(0, 0, None, 0),
        out_axes=0,
    )
    return talk(memory, style, rest, x)


def tree_groups(seed: int, xs: jax.Array) -> dict[str, jax.Array]:
    _, users, d = xs.shape
    model = Assistant(users, d, rngs=nnx.Rngs(seed))
    answers = jnp.stack([one_round(model, x) for x in xs])
    return {
        "answers": answers,
        "memory": model.memory[...],
        "rounds": model.rounds[...],
    }
