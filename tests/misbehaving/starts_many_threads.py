"""Starts 300 threads that never end, and is right."""

import threading
import time

for _ in range(300):
    threading.Thread(target=time.sleep, args=(1000,)).start()

import jax.numpy as jnp
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return model(x)
