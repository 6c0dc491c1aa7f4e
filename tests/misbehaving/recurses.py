"""Calls itself for ever."""


def replace_kernel(seed, x, features, replacement_value):
    return replace_kernel(seed, x, features, replacement_value)
