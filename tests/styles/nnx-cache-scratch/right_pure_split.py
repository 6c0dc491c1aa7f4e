# jax.jit on a graphdef and a state; nnx.update at the end
import jax
import jax.numpy as jnp
from flax import nnx


class Memory(nnx.Module):
    def __init__(self, rows: int, width: int):
        self.index = nnx.Cache(jnp.zeros((), jnp.int32))
        self.keys = nnx.Cache(jnp.zeros((rows, width), jnp.float32))

    def note(self, row):
        self.keys.value = self.keys.value.at[self.index.value].set(row)
        self.index.value = self.index.value + 1


@jax.jit
def step(graphdef, state, row):
    memory = nnx.merge(graphdef, state)
    memory.note(row)
    return nnx.state(memory)


def cache_scratch(xs, max_len):
    memory = Memory(max_len, xs.shape[-1])
    graphdef, state = nnx.split(memory)
    for row in xs:
        state = step(graphdef, state, row)
    nnx.update(memory, state)
    return {"keys": memory.keys.value, "index": memory.index.value}
