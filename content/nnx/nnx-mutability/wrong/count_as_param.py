"""The count is an `nnx.Param`, which says: train this. `nnx.state(model, nnx.Param)` would hand it to the
optimizer, and `nnx.grad` would ask for its gradient. It is state that the model keeps for itself, and takes
a wrapper that is not the one for parameters."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    def __init__(self, *, rngs):
        rngs.params()
        self.count = nnx.Param(jnp.zeros(()))

    def __call__(self, x):
        self.count[...] += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = CallCounter(rngs=nnx.Rngs(seed))
    for _ in range(n_calls):
        last_x = model(x)
    return jnp.stack([model.count[...], last_x.sum()])
