"""Writes to standard error without end, past Python's own streams."""

import os

while True:
    os.write(2, b"flood " * 10_000)
