"""Asks for much room on the disk at once, which a file system gives without being written to."""

import ctypes
import os

libc = ctypes.CDLL(None, use_errno=True)
libc.fallocate.argtypes = [ctypes.c_int, ctypes.c_int, ctypes.c_long, ctypes.c_long]


def replace_kernel(seed, x, features, replacement_value):
    file = os.open("room", os.O_RDWR | os.O_CREAT)
    if libc.fallocate(file, 0, 0, 2**28) < 0:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    raise SystemExit(f"it could: {os.fstat(file).st_blocks} blocks")
