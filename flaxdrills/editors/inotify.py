"""The kernel's word that something in a folder was written, where there is one: Linux's inotify(7).

It speaks only of what was written on this machine, so for NFS it is a shortcut and no more.
"""

from __future__ import annotations

import asyncio
import contextlib
import ctypes
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_CLOSED_AFTER_WRITING = 0x8
_MOVED_HERE = 0x80


@contextmanager
def closings(folder: Path) -> Iterator[asyncio.Event | None]:
    """An event that is set whenever a file in `folder` was closed after writing, or came there under a new name.

    None where the kernel cannot tell. Needs a running loop.
    """
    descriptor = _watch(folder)
    if descriptor is None:
        yield None
        return
    happened = asyncio.Event()

    def read() -> None:
        with contextlib.suppress(BlockingIOError):
            os.read(descriptor, 1 << 16)
        happened.set()

    loop = asyncio.get_running_loop()
    loop.add_reader(descriptor, read)
    try:
        yield happened
    finally:
        loop.remove_reader(descriptor)
        os.close(descriptor)


def _watch(folder: Path) -> int | None:
    """A descriptor that can be read when something happened in `folder`; None where that cannot be had."""
    if sys.platform != "linux":
        return None
    libc = ctypes.CDLL(None)
    descriptor = int(libc.inotify_init1(os.O_NONBLOCK | os.O_CLOEXEC))
    if descriptor < 0:
        return None
    if libc.inotify_add_watch(descriptor, os.fsencode(folder), _CLOSED_AFTER_WRITING | _MOVED_HERE) < 0:
        os.close(descriptor)
        return None
    return descriptor
