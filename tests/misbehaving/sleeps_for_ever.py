"""Waits for something that never comes, deaf to the usual signals."""

import signal
import time

for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
    signal.signal(number, signal.SIG_IGN)


def replace_kernel(seed, x, features, replacement_value):
    time.sleep(10_000)
