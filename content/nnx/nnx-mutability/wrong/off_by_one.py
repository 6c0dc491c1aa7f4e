"""The count is one too high, in the module as well. It starts at 0.0, and each call adds one; a first call to
set things up, as Linen's `init` needs one, is a real call here, and counts. An NNX module is complete as
soon as it is built."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    def __init__(self, *, rngs):
        rngs.params()
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count[...] += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = CallCounter(rngs=nnx.Rngs(seed))
    model(x)
    for _ in range(n_calls):
        last_x = model(x)
    return jnp.stack([model.count[...], last_x.sum()])
