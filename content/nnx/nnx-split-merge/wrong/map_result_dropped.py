"""Both outputs are those of the model as built. A map over a State returns a new one and changes nothing in
place; if its result is dropped, or the old State is merged in its stead, nothing is scaled. Give the new
State a name and merge that."""

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
    jax.tree.map(lambda array: s * array, state)
    scaled = nnx.merge(graphdef, state)
    return jnp.stack([model(x), scaled(x)])
