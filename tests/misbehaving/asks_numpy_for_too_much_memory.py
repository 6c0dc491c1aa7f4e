"""Asks numpy for an array larger than any memory."""

import numpy as np


def replace_kernel(seed, x, features, replacement_value):
    return np.ones((10**6, 10**8))
