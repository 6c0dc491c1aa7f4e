"""Raises in a function whose name is a control sequence."""

def fault():
    raise ValueError("here")


fault.__code__ = fault.__code__.replace(co_name="\x1b[2J\u202e[/]")


def replace_kernel(seed, x, features, replacement_value):
    fault()
