"""Works out one number, in C, that takes for ever."""

def replace_kernel(seed, x, features, replacement_value):
    return 9 ** 10**9
