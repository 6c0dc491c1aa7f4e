"""The variable holds a Python float, and indexing with `[...]` reaches through to what is inside: a float
cannot be indexed. Let it hold a jax array from the start (one without axes will do), and the rest works as
it stands."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    def __init__(self, *, rngs):
        rngs.params()
        self.count = nnx.Variable(0.0)

    def __call__(self, x):
        self.count[...] += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = CallCounter(rngs=nnx.Rngs(seed))
    for _ in range(n_calls):
        last_x = model(x)
    return jnp.stack([model.count[...], last_x.sum()])
