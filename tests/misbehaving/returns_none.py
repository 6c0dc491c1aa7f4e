"""Forgets to return."""


def replace_kernel(seed, x, features, replacement_value):
    x + 1
