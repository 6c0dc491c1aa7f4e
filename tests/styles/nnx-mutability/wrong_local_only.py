"""`+=` on the array that came out of the variable."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self, rngs):
        self.key = rngs.params()
        self.count = nnx.Variable(jnp.array(0.0))

    def __call__(self, x):
        count = self.count[...]
        count += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = Counter(nnx.Rngs(int(seed)))
    for _ in range(int(n_calls)):
        y = model(x)
    return jnp.array([model.count[...], y.sum()])
