"""Returns an array whose entries are records."""

import numpy as np


def replace_kernel(seed, x, features, replacement_value):
    return np.zeros(int(features), [("a", "f4")])
