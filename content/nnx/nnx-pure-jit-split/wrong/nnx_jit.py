"""This is what one would write in a project, and not what is asked here. `nnx.jit` takes the model apart,
compiles, and puts the state back, all out of sight. Do these steps yourself, with the jit that knows nothing
of models; the next tool that wants a pure function will not do them for you."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


class Counted(nnx.Module):
    def __init__(self, *, rngs):
        self.linear = nnx.Linear(3, 2, rngs=rngs)
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count[...] += 1.0
        return self.linear(x) * self.count


def pure_jit_split(seed, x, n):
    model = Counted(rngs=nnx.Rngs(seed))
    step = nnx.jit(lambda model, x: model(x))

    for _ in range(n):
        y = step(model, x)
    return y, model.count[...]
