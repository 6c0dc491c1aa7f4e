"""No class: two layers in the function, and the surplus row and column are deleted."""

import jax.numpy as jnp
from flax import nnx


def conv_transpose(seed, x):
    rngs = nnx.Rngs(seed)
    down = nnx.Conv(x.shape[-1], 4, (3, 3), 2, rngs=rngs)
    up = nnx.ConvTranspose(4, x.shape[-1], (4, 4), 2, rngs=rngs)
    big = up(jnp.tanh(down(x)))
    surplus = [big.shape[axis] - x.shape[axis] for axis in (1, 2)]
    for axis, more in zip((1, 2), surplus, strict=True):
        if more:
            big = jnp.delete(big, -1, axis=axis, assume_unique_indices=True)
    return x + big
