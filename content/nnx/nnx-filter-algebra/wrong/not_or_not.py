"""The last count is that of all Variables: a Param is no random state, and random state is no Param, so each passes one
of the two `nnx.Not`s. Both have to hold: join them with `nnx.All`."""

# fact: has nnx.Any(nnx.Not(_), nnx.Not(_))

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
    embed, encoder = nnx.PathContains("embed"), nnx.PathContains("encoder")
    parts = (
        nnx.All(nnx.Param, nnx.Not(embed), lambda path, variable: variable.ndim >= 2),
        nnx.All(nnx.Param, lambda path, variable: path[0] == "head"),
        nnx.All(nnx.Param, nnx.Any(embed, encoder)),
        nnx.Any(nnx.Not(nnx.Param), nnx.Not(nnx.RngState)),
    )
    return jnp.array([size(nnx.state(model, part)) for part in parts])


def size(state: nnx.State) -> int:
    return sum(leaf.size for leaf in jax.tree.leaves(state))
