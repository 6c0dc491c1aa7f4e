"""The first entry of `xs` is right and the second is not: it does not hold `a ** 2`. The sum that you return
was computed from something else than the list. Keep the square itself in the list."""

# fact: checks

import jax.numpy as jnp
from flax import nnx


class Pair(nnx.Module):
    def __init__(self, a):
        self.xs = nnx.data([a, a])


def data_attr(a):
    model = Pair(a)
    return jnp.stack([model.xs[0].sum(), (model.xs[1] ** 2).sum()])
