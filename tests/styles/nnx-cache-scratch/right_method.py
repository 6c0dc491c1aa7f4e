"""step is a method of the module, and a subclass of nnx.Cache holds the keys."""

import jax
import jax.numpy as jnp
from flax import nnx


class Keys(nnx.Cache):
    pass


class Memory(nnx.Module):
    """Room for `max_len` keys, and how many there are."""

    def __init__(self, max_len: int, d: int):
        self.keys = Keys(jnp.zeros((max_len, d)))
        self.index = nnx.Cache(jnp.array(0))

    @nnx.jit
    def step(self, x: jax.Array) -> None:
        """Note one more key, `x` of shape `(d,)`."""
        self.keys[...] = self.keys[...].at[self.index[...]].set(x)
        self.index[...] += 1


def cache_scratch(xs: jax.Array, max_len: int) -> dict[str, jax.Array]:
    """The keys, with shape `(max_len, d)`, and how many were noted."""
    memory = Memory(max_len, xs.shape[1])
    for x in xs:
        memory.step(x)
    return {"keys": memory.keys[...], "index": memory.index[...]}
