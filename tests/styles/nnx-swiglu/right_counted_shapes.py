"""The old MLP is built abstractly and its numbers counted; the model is called under nnx.jit."""

import math

import jax
from flax import nnx


def size(make):
    abstract = nnx.eval_shape(make)
    return sum(math.prod(leaf.shape) for leaf in jax.tree.leaves(nnx.state(abstract, nnx.Param)))


class SwiGLU(nnx.Module):
    def __init__(self, d, hidden, *, rngs):
        self.gate, self.up, self.down = (
            nnx.Linear(i, o, use_bias=False, rngs=rngs) for i, o in ((d, hidden), (d, hidden), (hidden, d))
        )

    def __call__(self, x):
        return self.down(jax.nn.swish(self.gate(x)) * self.up(x))


@nnx.jit
def call(model, x):
    return model(x)


def swiglu(seed, x, multiple):
    d = x.shape[-1]

    def old():
        rngs = nnx.Rngs(0)
        return nnx.Sequential(
            nnx.Linear(d, 4 * d, use_bias=False, rngs=rngs), nnx.Linear(4 * d, d, use_bias=False, rngs=rngs)
        )

    hidden = multiple
    while size(lambda h=hidden: SwiGLU(d, h, rngs=nnx.Rngs(0))) < size(old):
        hidden += multiple
    return call(SwiGLU(d, hidden, rngs=nnx.Rngs(seed)), x)
