# Mistake (subtle): kernels by name are right, but what is frozen has no type, so means count, too.
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


def filter_algebra(seed, words, d, classes):
    model = Net(words, d, classes, rngs=nnx.Rngs(seed))
    embed = nnx.PathContains("embed")
    encoder = nnx.PathContains("encoder")
    parts = (
        nnx.PathContains("kernel"),
        nnx.All(nnx.PathContains("head"), nnx.Not(encoder)),
        nnx.Any(embed, encoder),
        nnx.All(nnx.Not(nnx.Param), nnx.Not(nnx.RngState)),
    )
    return jnp.array([size(nnx.state(model, part)) for part in parts])
