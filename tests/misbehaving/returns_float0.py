"""Returns what JAX gives for the gradient of whole numbers: an array without values."""

import jax
import numpy as np


def replace_kernel(seed, x, features, replacement_value):
    return np.zeros(int(features), jax.dtypes.float0)
