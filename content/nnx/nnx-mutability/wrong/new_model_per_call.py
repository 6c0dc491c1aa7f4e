"""The count is 1 at the end, as it is when a new module is built for each call and each of them is called once.
State lives in the object, so one object has to be there for all the calls. Ask what belongs before the loop
and what into it."""

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
    for _ in range(n_calls):
        model = CallCounter(rngs=nnx.Rngs(seed))
        last_x = model(x)
    return jnp.stack([model.count[...], last_x.sum()])
