"""Raises something whose text is never ready."""

class Slow(Exception):
    def __str__(self):
        while True:
            pass


def replace_kernel(seed, x, features, replacement_value):
    raise Slow
