"""There is a second model with the scaled arrays, and the second output does not come out of a call of a model:
it was computed beside it. The forward pass is in the module already. Call the model that you made."""

# fact: checks

import jax
import jax.numpy as jnp
from flax import nnx


class Squash(nnx.Module):
    def __init__(self, din, dout, *, rngs):
        random = nnx.initializers.normal(1.0)
        self.linear = nnx.Linear(din, dout, bias_init=random, rngs=rngs)

    def __call__(self, x):
        return jnp.tanh(self.linear(x))


def split_merge(seed, x, features, s):
    model = Squash(x.shape[1], features, rngs=nnx.Rngs(seed))
    graphdef, state = nnx.split(model)
    scaled = Squash(x.shape[1], features, rngs=nnx.Rngs(seed))
    nnx.update(scaled, jax.tree.map(lambda array: s * array, state))
    return jnp.stack([model(x), jnp.tanh(x @ scaled.linear.kernel + scaled.linear.bias)])
