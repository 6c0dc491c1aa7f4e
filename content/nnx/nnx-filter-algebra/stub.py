"""Combine filters

`filter_algebra(seed, words, d, classes)` builds a Net,
which needs no change, and counts the numbers in four
parts of it. The parts overlap, so each is asked for by
itself:

1. what weight decay shrinks: the Params with two axes or
   more, except for the table embed
2. the Params of the model's own last layer, head; the
   encoder has a layer of that name, too, which does not
   count
3. what is frozen in fine-tuning: the Params of embed and
   of encoder
4. what is neither trained nor random: all Variables that
   are no nnx.Param and no nnx.RngState

    seed     int
    words    int, the rows of the table
    d        int, the width of the encoder
    classes  int, the outputs
    returns  int32 array of shape (4,): the four counts

A Variable that holds an array of shape (3, 4) holds 12
numbers.

The values are compared with the reference's. Besides, it
is checked that an nnx.Embed, an nnx.BatchNorm and an
nnx.Dropout are in the model that you build.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Encoder(nnx.Module):
    def __init__(self, d, *, rngs):
        self.mix = nnx.Linear(d, d, rngs=rngs)
        self.norm = nnx.BatchNorm(d, rngs=rngs)
        self.drop = nnx.Dropout(0.1, rngs=rngs)
        self.head = nnx.Linear(d, 3, rngs=rngs)


class Net(nnx.Module):
    def __init__(self, words, d, classes, *, rngs):
        self.embed = nnx.Embed(words, d, rngs=rngs)
        self.encoder = Encoder(d, rngs=rngs)
        self.head = nnx.Linear(3, classes, rngs=rngs)


def size(state):
    return sum(leaf.size for leaf in jax.tree.leaves(state))


def filter_algebra(
    seed: int,
    words: int,
    d: int,
    classes: int,
) -> jax.Array:
    model = Net(words, d, classes, rngs=nnx.Rngs(seed))
    # In place of these four: a filter for each part.
    parts = (
        nnx.Param,
        nnx.Param,
        nnx.Param,
        nnx.Param,
    )
    sizes = [size(nnx.state(model, part)) for part in parts]
    return jnp.array(sizes)
