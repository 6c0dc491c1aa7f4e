"""Split and merged, called in a jitted function."""

import jax
from flax import nnx


class TwoHeads(nnx.Module):
    def __init__(self, *, rngs):
        self.heads = nnx.Dict(a=nnx.Linear(3, 1, rngs=rngs), b=nnx.Linear(3, 2, rngs=rngs))

    def __call__(self, x):
        return {name: head(x) for name, head in self.heads.items()}


def dict_of_heads(seed, x):
    graphdef, state = nnx.split(TwoHeads(rngs=nnx.Rngs(int(seed))))
    return jax.jit(lambda state, x: nnx.merge(graphdef, state)(x))(state, x)
