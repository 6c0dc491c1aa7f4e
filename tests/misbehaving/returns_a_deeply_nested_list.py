"""Returns a list in a list in a list."""

def replace_kernel(seed, x, features, replacement_value):
    nested = []
    for _ in range(100_000):
        nested = [nested]
    return nested
