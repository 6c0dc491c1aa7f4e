"""Makes a pool of processes."""

import multiprocessing


def double(value):
    return 2 * value


def replace_kernel(seed, x, features, replacement_value):
    with multiprocessing.get_context("fork").Pool(2) as pool:
        return pool.map(double, [1, 2])
