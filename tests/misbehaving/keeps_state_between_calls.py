"""Is right only the first time that it is called."""

import jax.numpy as jnp
from flax import nnx

calls = []


def replace_kernel(seed, x, features, replacement_value):
    calls.append(seed)
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return model(x) * len(calls)
