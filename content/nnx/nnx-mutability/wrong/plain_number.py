"""The count is a Python number. Flax takes such an attribute for configuration, a fixed part of the module's
structure: it is not in `nnx.state`, is not saved with it, and under `nnx.jit` every new value means
compiling again. What changes from call to call belongs in a variable that holds an array."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    def __init__(self, *, rngs):
        rngs.params()
        self.count = 0.0

    def __call__(self, x):
        self.count += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = CallCounter(rngs=nnx.Rngs(seed))
    for _ in range(n_calls):
        last_x = model(x)
    return jnp.stack([jnp.float32(model.count), last_x.sum()])
