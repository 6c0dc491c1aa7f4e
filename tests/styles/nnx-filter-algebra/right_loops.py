"""Plain loops over the Variables and their paths."""

import jax
import jax.numpy as jnp
from flax import nnx


class Encoder(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.mix = nnx.Linear(d, d, rngs=rngs)
        self.norm = nnx.BatchNorm(d, rngs=rngs)
        self.drop = nnx.Dropout(0.1, rngs=rngs)
        self.head = nnx.Linear(d, 3, rngs=rngs)


class Net(nnx.Module):
    def __init__(self, words: int, d: int, classes: int, *, rngs: nnx.Rngs):
        self.embed = nnx.Embed(words, d, rngs=rngs)
        self.encoder = Encoder(d, rngs=rngs)
        self.head = nnx.Linear(3, classes, rngs=rngs)


def filter_algebra(seed: int, words: int, d: int, classes: int) -> jax.Array:
    """How many numbers are shrunk, in the last layer, frozen, and neither trained nor random."""
    model = Net(words, d, classes, rngs=nnx.Rngs(seed))
    counts = [0, 0, 0, 0]
    for path, variable in nnx.to_flat_state(nnx.state(model)):
        size = variable[...].size
        if isinstance(variable, nnx.Param):
            counts[0] += size * (len(variable.shape) > 1 and path[0] != "embed")
            counts[1] += size * (path[0] == "head")
            counts[2] += size * (path[0] in ("embed", "encoder"))
        elif not isinstance(variable, nnx.RngState):
            counts[3] += size
    return jnp.array(counts)
