"""Returns the right numbers as a numpy array of float64."""

import numpy as np


def replace_kernel(seed, x, features, replacement_value):
    return np.full(int(features), float(x.sum()) * replacement_value)
