"""The result is no array, and the task asks for one of shape `(2,)`. Put the two numbers together with a
function of `jnp` that makes an array of them."""

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
    for _ in range(n_calls):
        last_x = model(x)
    return model.count[...], last_x.sum()
