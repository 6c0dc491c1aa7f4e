"""Leaves a thread running that will not end, and is right."""

import jax.numpy as jnp
from flax import nnx

import threading
import time

threading.Thread(target=time.sleep, args=(10_000,)).start()

def replace_kernel(seed, x, features, replacement_value):
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return model(x)

