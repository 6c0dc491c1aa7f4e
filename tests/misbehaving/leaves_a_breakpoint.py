"""Has a breakpoint left in it."""

def replace_kernel(seed, x, features, replacement_value):
    breakpoint()
    return x
