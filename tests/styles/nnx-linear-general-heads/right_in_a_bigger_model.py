"""The heads are a part of a larger module."""

import jax
from flax import nnx


class Heads(nnx.Module):
    def __init__(self, d, heads, *, rngs):
        self.project = nnx.LinearGeneral(in_features=d, out_features=(heads, d // heads), rngs=rngs)
        self.merge = nnx.LinearGeneral(in_features=(heads, d // heads), out_features=(d,), axis=(-2, -1), rngs=rngs)

    def __call__(self, x):
        centred = jax.tree.map(lambda y: y - y.mean(-1, keepdims=True), self.project(x))
        return self.merge(centred)


class Model(nnx.Module):
    def __init__(self, d, heads, rngs):
        self.block = Heads(d, heads, rngs=rngs)

    def __call__(self, x):
        return self.block(x)


def linear_general_heads(seed, x, heads):
    return Model(x.shape[-1], heads, nnx.Rngs(seed))(x)
