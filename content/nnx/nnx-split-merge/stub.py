"""Split, scale, merge

`Squash` below is complete: a linear layer, whose bias starts with random
numbers, followed by tanh. Leave it as it is. Write

    split_merge(seed, x, features, s)

1. Build Squash(in, features, rngs=nnx.Rngs(seed)), where `in` is the length
   of a row of x.
2. Make a SECOND Squash in which each array of the first, so its kernel and
   its bias, is multiplied by s. The first model stays as it was built.
3. Return both outputs on x in one array: first that of the model as built,
   then that of the scaled one.

    seed      int
    x         float32 array of shape (n, in)
    features  int
    s         float, perhaps negative
    returns   float32 array of shape (2, n, features)

The values are compared with the reference's. Besides, it is checked that at
the end `kernel` and `bias` of the linear layer in one model are nnx.Params
that hold what was drawn, and that those of a different model, which you built or
called, are nnx.Params that hold s times as much, and that both outputs come
out of calls of a model. The task is made for
nnx.split and nnx.merge, but how you make the second model is up to you.

Checked as well: your function works under jax.jit and jax.grad,
traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Squash(nnx.Module):
    def __init__(self, din: int, dout: int, *, rngs: nnx.Rngs):
        random = nnx.initializers.normal(1.0)
        self.linear = nnx.Linear(din, dout, bias_init=random, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return jnp.tanh(self.linear(x))


def split_merge(
    seed: int,
    x: jax.Array,
    features: int,
    s: float,
) -> jax.Array:
    model = Squash(x.shape[1], features, rngs=nnx.Rngs(seed))
    # In place of the second `model` here: one with each array scaled.
    return jnp.stack([model(x), model(x)])
