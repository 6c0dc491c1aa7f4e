"""Defines a function of another name."""


def replace_kernels(seed, x, features, replacement_value):
    return x
