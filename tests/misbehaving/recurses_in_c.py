"""Nests a list so deeply that showing it takes more stack than there is."""

import sys


def replace_kernel(seed, x, features, replacement_value):
    sys.setrecursionlimit(2**31 - 1)
    nested = []
    for _ in range(10_000_000):
        nested = [nested]
    return repr(nested)
