"""Returns a dict whose keys have no order and no good names."""

def replace_kernel(seed, x, features, replacement_value):
    return {1: x, "\x1b[2J\u202e[/]": x, None: x, (2, "b"): x, 1j: x}
