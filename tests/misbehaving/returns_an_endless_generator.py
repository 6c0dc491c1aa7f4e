"""Returns a generator that never ends."""

def replace_kernel(seed, x, features, replacement_value):
    while True:
        yield x
