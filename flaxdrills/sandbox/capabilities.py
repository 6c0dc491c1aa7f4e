"""The rights of root, of which a solution needs none (capabilities(7)).

Without them root is a user who owns many files: it makes no devices, freezes no file, enters no namespace, and looks
into no process that has more rights. They do not come back: a program that is started may have only rights that its
process had before, because of no_new_privs, which the filter of system calls needs as well (seccomp.py).
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import struct
import sys
from collections.abc import Iterable

_VERSION_3 = 0x20080522
_CAP_DAC_OVERRIDE, _CAP_DAC_READ_SEARCH = 1 << 1, 1 << 2


def drop_capabilities(needed: Iterable[str]) -> None:
    """Give them up, for this thread and all that comes of it; `needed` are files that it goes on to read.

    Where root is nobody that the files belong to, as in a container that has folders of another user, it keeps the one
    right to read them. Raises OSError where the kernel refuses.
    """
    held = _permitted()
    if not held:
        return
    reading = held & _CAP_DAC_READ_SEARCH or held & _CAP_DAC_OVERRIDE
    _set(0, reading)
    _set(*((0, 0) if all(map(_can_read, needed)) else (reading, reading)))


def _can_read(path: str) -> bool:
    """Whether it can be opened; what is not there could not before."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError):
        try:
            os.close(os.open(path, os.O_RDONLY | os.O_CLOEXEC))
        except PermissionError:
            return False
    return True


def _permitted() -> int:
    """What this thread may have."""
    if sys.platform != "linux":
        return 0
    data = ctypes.create_string_buffer(24)
    _checked("capget", data)
    low, high = struct.unpack("=4xI4x4xI4x", data.raw)
    return int(low | high << 32)


def _set(effective: int, permitted: int) -> None:
    """Have these and no others; what the kernel adds when a program is started (ambient) goes with them."""
    _checked("capset", struct.pack("=3I12x", effective, permitted, 0))


def _checked(call: str, data: object) -> None:
    header = struct.pack("=Ii", _VERSION_3, 0)
    if getattr(ctypes.CDLL(None, use_errno=True), call)(header, data) != 0:
        error = ctypes.get_errno()
        raise OSError(error, os.strerror(error))
