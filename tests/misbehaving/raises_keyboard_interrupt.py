"""Looks like ctrl+c."""


def replace_kernel(seed, x, features, replacement_value):
    raise KeyboardInterrupt
