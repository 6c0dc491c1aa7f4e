"""Its message cannot be made without an interrupt."""


class Shy(Exception):
    def __str__(self):
        raise KeyboardInterrupt


def replace_kernel(seed, x, features, replacement_value):
    raise Shy
