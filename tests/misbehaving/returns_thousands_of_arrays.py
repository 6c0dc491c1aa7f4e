"""Returns a list of more arrays than anybody wants to read."""

import numpy as np


def replace_kernel(seed, x, features, replacement_value):
    return [np.arange(16, dtype=np.float32) / 7] * 19_000
