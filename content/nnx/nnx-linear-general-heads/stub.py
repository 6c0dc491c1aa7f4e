"""Heads as axes of the kernel

linear_general_heads(seed, x, heads) cuts each vector into
heads, brings the numbers of each head to a mean of zero, and
puts the heads together again. The values are right. Refactor
it, so that the heads are an axis of the kernels, and no
output has to be reshaped. With width = d // heads:

    project/kernel  (d, heads, width)
    project/bias    (heads, width)
    merge/kernel    (heads, width, d)
    merge/bias      (d,)

project is created first, merge second, with the default
initializers. All values stay as they are.

    seed     int
    x        float32 array of shape (n, d)
    heads    int that divides d
    returns  float32 array of shape (n, d)

The values are compared with the reference's. Besides, it is
checked that a module has Params at these four places and at
no others, of these shapes, and that the output depends on
them (so a bias must be added).

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
from flax import nnx


class Heads(nnx.Module):
    def __init__(self, d: int, heads: int, *, rngs: nnx.Rngs):
        self.heads = heads
        self.project = nnx.Linear(d, d, rngs=rngs)
        self.merge = nnx.Linear(d, d, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        n, d = x.shape
        width = d // self.heads
        y = self.project(x).reshape(n, self.heads, width)
        y = y - y.mean(axis=-1, keepdims=True)
        return self.merge(y.reshape(n, d))


def linear_general_heads(
    seed: int,
    x: jax.Array,
    heads: int,
) -> jax.Array:
    model = Heads(x.shape[-1], heads, rngs=nnx.Rngs(seed))
    return model(x)
