"""nnx.scan with the module as the carry."""

import jax.numpy as jnp
from flax import nnx


class Counter(nnx.Module):
    def __init__(self, rngs):
        self.key = rngs.params()
        self.count = nnx.Variable(jnp.array(0.0))

    def __call__(self, x):
        self.count[...] += 1.0
        return x


def mutability_increment_count(seed, x, n_calls):
    model = Counter(nnx.Rngs(int(seed)))

    @nnx.scan(in_axes=(nnx.Carry, None), out_axes=(nnx.Carry, 0), length=int(n_calls))
    def steps(model, x):
        return model, model(x)

    model, ys = steps(model, x)
    y = ys[-1]
    return jnp.array([model.count[...], y.sum()])
