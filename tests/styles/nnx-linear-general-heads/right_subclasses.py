"""Two classes of layers, and axes from the front."""

from flax import nnx


class ToHeads(nnx.LinearGeneral):
    def __init__(self, d, heads, *, rngs):
        super().__init__(d, [heads, d // heads], rngs=rngs)

    def __call__(self, x):
        y = super().__call__(x)
        return y - y.mean(axis=-1, keepdims=True)


class FromHeads(nnx.LinearGeneral):
    def __init__(self, d, heads, *, rngs):
        super().__init__([heads, d // heads], d, axis=[1, 2], rngs=rngs)


class Heads(nnx.Module):
    def __init__(self, d, heads, *, rngs):
        self.project = ToHeads(d, heads, rngs=rngs)
        self.merge = FromHeads(d, heads, rngs=rngs)

    def __call__(self, x):
        return self.merge(self.project(x))


def linear_general_heads(seed, x, heads):
    return Heads(x.shape[-1], heads, rngs=nnx.Rngs(seed))(x)
