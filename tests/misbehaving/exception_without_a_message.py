"""Its exception cannot be turned into text."""


class Mute(Exception):
    def __str__(self):
        raise RuntimeError("no words")


def replace_kernel(seed, x, features, replacement_value):
    raise Mute
