# step gets all rows and scans: it is called once, not once for each row
import jax
import jax.numpy as jnp
from flax import nnx


class Notes(nnx.Module):
    def __init__(self, max_len, d):
        self.keys = nnx.Cache(jnp.zeros((max_len, d)))
        self.index = nnx.Cache(jnp.array(0))


@nnx.jit
def step(notes, xs):
    notes.keys[...] = jax.lax.dynamic_update_slice(notes.keys[...], xs, (0, 0))
    notes.index[...] += len(xs)


def cache_scratch(xs, max_len):
    notes = Notes(max_len, xs.shape[1])
    step(notes, xs)
    return {"keys": notes.keys[...], "index": notes.index[...]}
