"""Prints without end."""


def replace_kernel(seed, x, features, replacement_value):
    while True:
        print("flood " * 1000)
