"""Leaves by way of SystemExit."""

import sys


def replace_kernel(seed, x, features, replacement_value):
    sys.exit(0)
