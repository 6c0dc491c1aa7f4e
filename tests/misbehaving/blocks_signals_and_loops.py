"""Blocks every signal and never ends."""

import signal

signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 65))


def replace_kernel(seed, x, features, replacement_value):
    while True:
        pass
