"""Makes a file larger than it may."""

def replace_kernel(seed, x, features, replacement_value):
    with open("huge", "wb") as file:
        file.truncate(2 * 1024**3)
    return x
