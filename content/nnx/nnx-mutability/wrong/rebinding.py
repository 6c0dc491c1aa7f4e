"""The count was a Variable at first and is none at the end: an assignment to the attribute puts a new object in
its place. The numbers go on being right, but the count has no type any more, and every filter
(`nnx.Variable` and its kind) misses it. Write into the variable instead of over it."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    def __init__(self, *, rngs):
        rngs.params()
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count = self.count + 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = CallCounter(rngs=nnx.Rngs(seed))
    for _ in range(n_calls):
        last_x = model(x)
    return jnp.stack([model.count, last_x.sum()])
