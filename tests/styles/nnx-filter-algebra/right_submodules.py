"""The parts are asked for their own states."""

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
    matrices = nnx.All(nnx.Param, lambda _, variable: len(variable.shape) >= 2)
    embed, encoder, head = (nnx.state(part, nnx.Param) for part in (model.embed, model.encoder, model.head))
    decay = size(nnx.state(model.encoder, matrices)) + size(nnx.state(model.head, matrices))
    rest = size(nnx.state(model)) - size(nnx.state(model, (nnx.Param, nnx.RngState)))
    return jnp.array([decay, size(head), size(embed) + size(encoder), rest])


def size(state: nnx.State) -> int:
    return sum(leaf.size for leaf in jax.tree.leaves(state))
