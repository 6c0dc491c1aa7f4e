"""The call goes through `jax.jit`, which knows nothing of variables: it takes the module as a tree of arrays,
works on a copy, and drops the copy with the count in it. No error is raised, and the count stays where it
was. Jit with the transform of Flax's own, or not at all."""

# fact: has jax.jit

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
    step = jax.jit(lambda model, x: model(x))
    for _ in range(n_calls):
        last_x = step(model, x)
    return jnp.stack([model.count[...], last_x.sum()])
