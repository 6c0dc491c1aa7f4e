"""Its exception says ten megabytes."""


def replace_kernel(seed, x, features, replacement_value):
    raise ValueError("beginning " + "x" * 10_000_000 + " end")
