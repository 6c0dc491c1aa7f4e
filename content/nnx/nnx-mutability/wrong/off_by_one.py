"""The count is one too high. Either it does not start at 0.0, or the module is called once more than
asked: a first call to set things up, as Linen's `init` needs one, is a real call here, and counts. An
NNX module is complete as soon as it is built."""

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
    model = CallCounter(rngs=nnx.Rngs(int(seed)))
    model(x)
    for _ in range(int(n_calls)):
        last_x = model(x)
    return jnp.stack([model.count[...], last_x.sum()])
