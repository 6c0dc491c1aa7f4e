"""Asks for more and more memory, and uses it."""


def replace_kernel(seed, x, features, replacement_value):
    kept = []
    while True:
        kept.append(bytearray(b"x" * 50_000_000))
