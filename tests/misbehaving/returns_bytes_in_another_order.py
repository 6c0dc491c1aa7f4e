"""Returns the right numbers as a NumPy array whose bytes are in another order."""

import jax.numpy as jnp
import numpy as np
from flax import nnx


def replace_kernel(seed, x, features, replacement_value):
    model = nnx.Linear(x.shape[-1], int(features), rngs=nnx.Rngs(int(seed)))
    model.kernel[...] = jnp.full_like(model.kernel[...], replacement_value)
    return np.asarray(model(x)).astype(">f4")
