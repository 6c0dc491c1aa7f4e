"""Reads memory that is not there."""

import ctypes


def replace_kernel(seed, x, features, replacement_value):
    print("about to fall")
    ctypes.string_at(0)
