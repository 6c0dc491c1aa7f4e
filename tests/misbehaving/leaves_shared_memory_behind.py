"""Asks the kernel for memory that outlives its processes, as that of System V does."""

import ctypes


def replace_kernel(seed, x, features, replacement_value):
    if ctypes.CDLL(None).shmget(0, 4096, 0o1000) < 0:
        raise MemoryError("refused")
    raise SystemExit("it could")
