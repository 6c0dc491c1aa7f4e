"""The same mask on purpose

`dropout_reseed(seed, x, mask_seed)` is to show what a
change of the weights does to the output of a model with
dropout. It calls the model, makes the kernel 1.1 times
as large, and calls it again. Both calls should have the
SAME mask, the one that belongs to mask_seed: before
each call the dropout is reseeded with it.

But the two outputs have their zeros in different
places, and a different mask_seed changes nothing.
Find out why, and mend it.

The model itself is right: its kernel is drawn from
nnx.Rngs(seed), as it is now. How you bring both calls
to the same mask is up to you. The mask is the one that
nnx.reseed(..., ...=mask_seed) gives.

    seed       int
    x          float32 array of shape (n, d)
    mask_seed  int
    returns    float32 array of shape (2, n, d): the
               output before the change, and after it

The values are compared with the reference's.

Checked as well: your function works under jax.jit and
jax.grad, traced in its arrays alone.
"""

import jax
import jax.numpy as jnp
from flax import nnx


class Net(nnx.Module):
    def __init__(self, d: int, *, rngs: nnx.Rngs):
        self.linear = nnx.Linear(d, d, rngs=rngs)
        self.drop = nnx.Dropout(0.5, rngs=rngs)

    def __call__(self, x: jax.Array) -> jax.Array:
        return self.drop(self.linear(x))


def dropout_reseed(
    seed: int,
    x: jax.Array,
    mask_seed: int,
) -> jax.Array:
    rngs = nnx.Rngs(seed)
    model = Net(x.shape[1], rngs=rngs)

    nnx.reseed(rngs, dropout=mask_seed)
    before = model(x)

    model.linear.kernel[...] *= 1.1
    nnx.reseed(rngs, dropout=mask_seed)
    after = model(x)

    return jnp.stack([before, after])
