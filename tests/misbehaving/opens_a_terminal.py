"""Opens a terminal, as if somebody looked at it."""


def replace_kernel(seed, x, features, replacement_value):
    open("/dev/ptmx", "r+b")
    raise SystemExit("it could")
