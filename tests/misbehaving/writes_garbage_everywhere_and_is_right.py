"""Writes half a line of garbage to every descriptor, and is right all the same."""

import jax.numpy as jnp
from flax import nnx

import contextlib
import os
import stat

for descriptor in range(3, 1024):
    with contextlib.suppress(OSError):
        if stat.S_ISFIFO(os.fstat(descriptor).st_mode):
            os.set_blocking(descriptor, False)
            os.write(descriptor, b'garbage without an end')
            os.set_blocking(descriptor, True)

def replace_kernel(seed, x, features, replacement_value):
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return model(x)

