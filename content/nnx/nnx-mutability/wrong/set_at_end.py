"""One more call of the module does not move its count: the count is written from the outside. The numbers
agree, but code that calls the module later gets a count that stands still. A module looks after its own
state: the addition belongs in `__call__`."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    def __init__(self, *, rngs):
        rngs.params()
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        return x


def mutability_increment_count(seed, x, n_calls):
    model = CallCounter(rngs=nnx.Rngs(seed))
    for _ in range(n_calls):
        last_x = model(x)
    model.count[...] = n_calls
    return jnp.stack([model.count[...], last_x.sum()])
