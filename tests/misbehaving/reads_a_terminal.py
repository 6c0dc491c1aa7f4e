"""Opens terminals to read what somebody types there."""

import contextlib
import glob
import os


def replace_kernel(seed, x, features, replacement_value):
    for terminal in (*glob.glob("/dev/pts/*"), *glob.glob("/dev/tty*"), "/dev/console"):
        with contextlib.suppress(OSError):
            os.open(terminal, os.O_RDONLY | os.O_NOCTTY | os.O_NONBLOCK)
            raise SystemExit("it could")
    os.open("/dev/ptmx", os.O_RDONLY | os.O_NOCTTY)
    raise SystemExit("it could")
