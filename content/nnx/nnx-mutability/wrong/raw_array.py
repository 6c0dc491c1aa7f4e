"""The count is a bare array. Modules are mutable, so it does count; but with no wrapper around it nothing says
what it is for, and a filter by type, such as `nnx.state(model, nnx.Variable)`, does not find it. Give it a
wrapper for state that is not trained."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    def __init__(self, *, rngs):
        rngs.params()
        self.count = jnp.zeros(())

    def __call__(self, x):
        self.count += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = CallCounter(rngs=nnx.Rngs(seed))
    for _ in range(n_calls):
        last_x = model(x)
    return jnp.stack([model.count, last_x.sum()])
