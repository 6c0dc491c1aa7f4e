"""Stops itself, and waits to be continued."""

import os
import signal


def replace_kernel(seed, x, features, replacement_value):
    os.kill(os.getpid(), signal.SIGSTOP)
