"""Makes a lock that processes could share."""

import multiprocessing

lock = multiprocessing.Lock()


def replace_kernel(seed, x, features, replacement_value):
    return x
