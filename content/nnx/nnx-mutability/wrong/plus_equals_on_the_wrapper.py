"""`+=` on the variable itself is refused, because it could mean two things: changing what is inside, or putting
something else in its place. Say which: index into the variable, as the error message does, and the wrapper
stays where it is."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class CallCounter(nnx.Module):
    def __init__(self, *, rngs):
        rngs.params()
        self.count = nnx.Variable(jnp.zeros(()))

    def __call__(self, x):
        self.count += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = CallCounter(rngs=nnx.Rngs(seed))
    for _ in range(n_calls):
        last_x = model(x)
    return jnp.stack([model.count[...], last_x.sum()])
