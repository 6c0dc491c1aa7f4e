"""Makes two hundred thousand files, in many folders."""

import os
import time


def replace_kernel(seed, x, features, replacement_value):
    for folder in range(2000):
        os.mkdir(str(folder))
        for number in range(100):
            os.close(os.open(f"{folder}/{number}", os.O_CREAT | os.O_WRONLY))
    time.sleep(10)
    raise SystemExit("it could")
