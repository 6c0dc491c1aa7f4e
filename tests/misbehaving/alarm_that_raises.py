"""Sets itself an alarm, whose handler raises."""

import signal
import time


def ring(*args):
    raise TimeoutError("ring")


signal.signal(signal.SIGALRM, ring)


def replace_kernel(seed, x, features, replacement_value):
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    time.sleep(1000)
