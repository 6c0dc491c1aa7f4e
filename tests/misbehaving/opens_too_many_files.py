"""Opens files and closes none."""

def replace_kernel(seed, x, features, replacement_value):
    return [open("/dev/null") for _ in range(2000)]
