"""Returns a list of a million numbers."""

def replace_kernel(seed, x, features, replacement_value):
    return [float(features)] * 1_000_000
