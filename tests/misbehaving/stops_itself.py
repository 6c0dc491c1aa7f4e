"""Stops itself, and again when it is continued."""

import os
import signal


def replace_kernel(seed, x, features, replacement_value):
    while True:
        os.kill(os.getpid(), signal.SIGSTOP)
