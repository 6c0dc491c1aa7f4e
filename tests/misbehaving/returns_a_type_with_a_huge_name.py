"""Returns an object whose type has a name of ten million characters."""


def replace_kernel(seed, x, features, replacement_value):
    return type("A" * 10_000_000, (), {})()
